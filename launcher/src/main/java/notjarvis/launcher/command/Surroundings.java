package notjarvis.launcher.command;

import java.io.BufferedReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import notjarvis.config.Settings;
import notjarvis.gateway.http.LocalOnly;
import notjarvis.launcher.home.EnvironmentFiles;
import notjarvis.launcher.home.JarvisHome;

/**
 * What a command finds around it.
 *
 * @param environment of the process
 * @param program the folder of the {@code jarvis} script, if it was started by it
 * @param in what the person types when it comes through a pipe
 * @param out what the person reads
 * @param err what is wrong
 */
public record Surroundings(
    Map<String, String> environment,
    Optional<Path> program,
    BufferedReader in,
    PrintStream out,
    PrintStream err) {

  /** The configuration, from the environment and the {@code .env} files. */
  Settings settings() {
    return Settings.read(values());
  }

  /** Whether the environment or a file names this key. */
  boolean names(String key) {
    return values().containsKey(key);
  }

  /** What the environment and the files say. */
  Map<String, String> values() {
    return EnvironmentFiles.read(environment, program);
  }

  /**
   * The settings with another address to listen on.
   *
   * @throws notjarvis.config.ConfigurationException when others could reach it there: known before
   *     anything is started
   */
  static Settings listeningOn(Settings settings, String host, int port) {
    LocalOnly.listeningOn(host);
    return settings.listeningOn(host, port);
  }

  /** The home of the instance, ready for use; logs go there from now on. */
  static JarvisHome home(Settings settings) {
    JarvisHome home = JarvisHome.at(settings.home());
    PrintStream terminal = System.err;
    home.log().open().ifPresent(terminal::println);
    return home;
  }
}
