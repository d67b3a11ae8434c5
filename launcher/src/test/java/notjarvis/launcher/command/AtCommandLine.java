package notjarvis.launcher.command;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A person at a command line, with a home of their own. */
final class AtCommandLine {
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Duration patience;

  /**
   * At an empty home.
   *
   * @param patience how long a server that was lost is looked for
   */
  AtCommandLine(Path home, Duration patience) {
    environment.put("JARVIS_HOME", home.toString());
    this.patience = patience;
  }

  AtCommandLine with(String key, String value) {
    environment.put(key, value);
    return this;
  }

  int run(String... arguments) {
    return typing("", arguments);
  }

  int typing(String input, String... arguments) {
    Surroundings surroundings =
        new Surroundings(
            environment,
            Optional.empty(),
            new BufferedReader(new StringReader(input)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            patience);
    return JarvisCommand.run(surroundings, arguments);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
