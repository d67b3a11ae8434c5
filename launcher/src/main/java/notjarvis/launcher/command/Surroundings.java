package notjarvis.launcher.command;

import java.io.BufferedReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import notjarvis.config.Secret;
import notjarvis.config.Settings;
import notjarvis.gateway.http.LocalOnly;
import notjarvis.launcher.home.EnvironmentFiles;
import notjarvis.launcher.home.JarvisHome;
import notjarvis.thread.ThreadKey;
import notjarvis.token.TokenMaker;

/**
 * What a command finds around it.
 *
 * @param environment of the process
 * @param program the folder of the {@code jarvis} script, if it was started by it
 * @param in what the person types when it comes through a pipe
 * @param out what the person reads
 * @param err what is wrong
 * @param patience how long a server that was lost is looked for
 */
public record Surroundings(
    Map<String, String> environment,
    Optional<Path> program,
    BufferedReader in,
    PrintStream out,
    PrintStream err,
    Duration patience) {
  private static final Duration MOMENT = Duration.ofMinutes(5);

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

  /** Makes tokens, if the secret of the server is known here. */
  Optional<TokenMaker> tokenMaker() {
    return tokenMaker(values());
  }

  private static Optional<TokenMaker> tokenMaker(Map<String, String> values) {
    return text(values, "JARVIS_JWT_SECRET").map(Secret::new).map(TokenMaker::with);
  }

  private static Optional<String> text(Map<String, String> values, String key) {
    return Optional.ofNullable(values.get(key)).map(String::strip).filter(text -> !text.isEmpty());
  }

  /**
   * By what the person is known to a server: the token that is set ({@code JARVIS_TOKEN}), else one
   * made anew for each use where the secret is known, else nothing. Faults elsewhere in the files
   * are told by whoever needs what stands there.
   */
  Supplier<Optional<String>> credentials() {
    Map<String, String> values = EnvironmentFiles.look(environment, program).values();
    Optional<String> token = text(values, "JARVIS_TOKEN");
    Optional<TokenMaker> maker = tokenMaker(values);
    return () -> token.or(() -> maker.map(Surroundings::forAMoment));
  }

  private static String forAMoment(TokenMaker maker) {
    return maker.make(ThreadKey.LOCAL_OWNER, MOMENT, Instant.now());
  }

  /**
   * The settings with another address to listen on.
   *
   * @throws notjarvis.config.ConfigurationException when others could reach it there, and nobody
   *     has to sign in: known before anything is started
   */
  static Settings listeningOn(Settings settings, String host, int port) {
    Settings elsewhere = settings.listeningOn(host, port);
    LocalOnly.guarding(elsewhere.gateway());
    return elsewhere;
  }

  /** The home of the instance, ready for use; logs go there from now on. */
  static JarvisHome home(Settings settings) {
    JarvisHome home = JarvisHome.at(settings.home());
    PrintStream terminal = System.err;
    home.log().open().ifPresent(terminal::println);
    return home;
  }
}
