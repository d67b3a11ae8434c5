package notjarvis.launcher.home;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What libraries print past the log when something breaks under them. The terminal belongs to the
 * conversation, so it goes to the log, line by line.
 */
final class StrayLines extends OutputStream {
  /** The configuration of the log keeps this one off the console. */
  private static final Logger LOG = LoggerFactory.getLogger("stray");

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  private StrayLines() {}

  /** Catches them from now on; who has words for the person took its stream before. */
  static void divert() {
    System.setErr(new PrintStream(new StrayLines(), true, StandardCharsets.UTF_8));
  }

  @Override
  public synchronized void write(int part) {
    if (part != '\n') {
      line.write(part);
      return;
    }
    String text = line.toString(StandardCharsets.UTF_8).stripTrailing();
    line.reset();
    LOG.warn("{}", text);
  }
}
