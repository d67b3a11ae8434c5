package notjarvis.launcher.home;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import notjarvis.config.ConfigurationException;
import notjarvis.config.Settings;

/**
 * The environment with the {@code .env} files beneath it: what the environment says wins, then the
 * home's file, then the one beside the {@code jarvis} script. The folder in which a person happens
 * to stand is not looked into: a file that came with somebody's download must not redirect keys.
 */
public final class EnvironmentFiles {
  private EnvironmentFiles() {}

  /**
   * Reads them all.
   *
   * @param environment of the process
   * @param program the folder of the {@code jarvis} script, if the program was started by it
   */
  public static Map<String, String> read(Map<String, String> environment, Optional<Path> program) {
    Map<String, String> values = new HashMap<>();
    program.ifPresent(folder -> values.putAll(file(folder)));
    Map<String, String> outer = new HashMap<>(values);
    outer.putAll(environment);
    values.putAll(file(Settings.home(outer)));
    values.putAll(environment);
    return values;
  }

  private static Map<String, String> file(Path folder) {
    Map<String, String> values = new HashMap<>();
    try {
      Dotenv.configure()
          .directory(folder.toAbsolutePath().toString())
          .ignoreIfMissing()
          .load()
          .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)
          .forEach(entry -> values.put(entry.getKey(), entry.getValue()));
    } catch (DotenvException e) {
      throw new ConfigurationException(
          List.of(folder.resolve(".env") + " has a line that is not KEY=value"));
    }
    return values;
  }
}
