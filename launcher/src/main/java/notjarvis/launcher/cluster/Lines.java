package notjarvis.launcher.cluster;

import io.vertx.core.parsetools.RecordParser;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lines of text out of the bytes of a connection. */
final class Lines {
  private static final Logger LOG = LoggerFactory.getLogger(Lines.class);
  private static final int LONGEST = 1 << 20;

  private Lines() {}

  /**
   * Reads lines.
   *
   * @param hangUp is run when what comes is none of ours
   */
  static RecordParser of(Consumer<String> lines, Runnable hangUp) {
    RecordParser parser = RecordParser.newDelimited("\n");
    parser.maxRecordSize(LONGEST);
    parser.exceptionHandler(failure -> refuse(failure, hangUp));
    parser.handler(
        line -> {
          try {
            lines.accept(line.toString(StandardCharsets.UTF_8));
          } catch (IllegalArgumentException e) {
            refuse(e, hangUp);
          }
        });
    return parser;
  }

  private static void refuse(Throwable failure, Runnable hangUp) {
    LOG.warn("A member of the cluster cannot be understood: {}", failure.toString());
    hangUp.run();
  }
}
