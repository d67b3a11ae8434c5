package notjarvis.launcher;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import notjarvis.launcher.command.JarvisCommand;
import notjarvis.launcher.command.Surroundings;

/** The entry of the process. */
public final class Main {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Main() {}

  public static void main(String[] arguments) {
    Surroundings surroundings =
        new Surroundings(
            System.getenv(),
            Optional.ofNullable(System.getProperty("jarvis.program")).map(Path::of),
            new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
            System.out,
            System.err,
            PATIENCE);
    System.exit(JarvisCommand.run(surroundings, arguments));
  }
}
