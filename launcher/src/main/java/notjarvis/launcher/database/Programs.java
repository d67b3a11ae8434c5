package notjarvis.launcher.database;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs, as an account that they accept and with little of our environment.
 */
final class Programs {

  /**
   * What the programs need of the environment; keys and tokens in it are none of their business.
   */
  private static final Set<String> ENVIRONMENT =
      Set.of("PATH", "LD_LIBRARY_PATH", "SystemRoot", "SystemDrive", "ComSpec", "TEMP", "TMP");

  private static final Duration SHORT = Duration.ofSeconds(20);

  private final Binaries binaries;
  private final DatabaseHome home;
  private final Account account;

  /**
   * What came of a program.
   *
   * @param output its words, errors included
   */
  record Outcome(int exit, String output) {
    boolean isGood() {
      return exit == 0;
    }
  }

  private Programs(Binaries binaries, DatabaseHome home, Account account) {
    this.binaries = binaries;
    this.home = home;
    this.account = account;
  }

  /** The programs, as the first of the accounts as which they run. */
  static Programs as(List<Account> candidates, Binaries binaries, DatabaseHome home) {
    List<String> refusals = new ArrayList<>();
    for (Account account : candidates) {
      Programs programs = new Programs(binaries, home, account);
      Optional<String> refusal = programs.refusal();
      if (refusal.isEmpty()) {
        return programs;
      }
      refusals.add(refusal.get());
    }
    throw candidates.equals(List.of(Account.OURS)) ? unfit(refusals) : rootMustStay(refusals);
  }

  Account account() {
    return account;
  }

  /** Runs a program to its end; past the limit it is ended. */
  Outcome run(Duration limit, String program, List<String> arguments) {
    try {
      return start(limit, program, arguments);
    } catch (IOException e) {
      throw DatabaseStartException.atFile("run " + program, e);
    }
  }

  private Outcome start(Duration limit, String program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(account.prefix());
    command.add(binaries.program(program).toString());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.root().toFile())
            .redirectErrorStream(true)
            // a file, because a pipe would be inherited by the server and never come to its end
            .redirectOutput(home.output().toFile());
    limit(builder.environment());
    Process process = builder.start();
    process.getOutputStream().close();
    return new Outcome(await(process, limit), Files.readString(home.output()).strip());
  }

  private static void limit(Map<String, String> environment) {
    environment.keySet().retainAll(ENVIRONMENT);
    environment.put("LC_ALL", "C");
  }

  private static int await(Process process, Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw DatabaseStartException.interrupted(e);
    }
  }

  /** Why the programs do not run as this account, if so. */
  private Optional<String> refusal() {
    try {
      Outcome outcome = start(SHORT, "postgres", List.of("--version"));
      return outcome.isGood() ? Optional.empty() : Optional.of(outcome.output());
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static DatabaseStartException unfit(List<String> refusals) {
    return DatabaseStartException.because(
        "The programs of the embedded PostgreSQL do not run on this computer: "
            + String.join("; ", refusals)
            + ".",
        "Install what is missing.");
  }

  private static DatabaseStartException rootMustStay(List<String> refusals) {
    return DatabaseStartException.because(
        "PostgreSQL does not run as root, and here root cannot step down for it ("
            + String.join("; ", refusals)
            + ").",
        "Start Jarvis as an ordinary user (a container: --user).");
  }
}
