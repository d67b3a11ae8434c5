package notjarvis.executor.desktop;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import notjarvis.config.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts real processes. None of them holds a pipe to us: one that outlives this process would
 * otherwise die of its next line of output.
 */
final class ProcessLauncher implements Launcher {
  private static final Logger LOG = LoggerFactory.getLogger(ProcessLauncher.class);
  private static final int LARGEST_OUTPUT = 1 << 20;
  private static final Duration TO_DIE = Duration.ofSeconds(1);

  /** Where we search is no business of the programs that we start, and our secrets are not. */
  private static final String SEARCH_SERVICE = "SEARXNG_URL";

  /**
   * How long programs are waited for.
   *
   * @param toFail the time in which one that may stay has to fail, if it fails
   * @param toHandOver the time in which a wish has to be passed on
   * @param toRun the time for one that is run to its end
   */
  record Patience(Duration toFail, Duration toHandOver, Duration toRun) {}

  private static final Patience USUAL =
      new Patience(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(10));

  private final Map<String, String> environment;
  private final Patience patience;

  ProcessLauncher(Map<String, String> environment) {
    this(environment, USUAL);
  }

  ProcessLauncher(Map<String, String> environment, Patience patience) {
    this.patience = patience;
    this.environment = new TreeMap<>(environment);
    this.environment.keySet().removeIf(ProcessLauncher::isOurs);
  }

  /** In any case of letters, as Windows has it; the keys of other programs stay with them. */
  private static boolean isOurs(String variable) {
    String name = variable.toUpperCase(Locale.ROOT);
    return Settings.SECRET_KEYS.contains(name) || name.equals(SEARCH_SERVICE);
  }

  @Override
  public Launched start(Command command) {
    try {
      return watch(begin(command, Redirect.DISCARD), patience.toFail());
    } catch (IOException e) {
      return missing(command, e);
    }
  }

  @Override
  public Launched handOver(Command command) {
    try {
      return end(begin(command, Redirect.DISCARD), patience.toHandOver());
    } catch (IOException e) {
      return missing(command, e);
    }
  }

  @Override
  public Launched run(Command command) {
    try {
      // a file, not a pipe: nobody has to empty it while we wait
      Path output = Files.createTempFile("not-jarvis-", ".out");
      try {
        Launched launched = end(begin(command, Redirect.to(output.toFile())), patience.toRun());
        return launched.fold(ended -> told(command, ended, output), () -> launched, () -> launched);
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      return missing(command, e);
    }
  }

  private Process begin(Command command, Redirect output) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command.arguments());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().putAll(command.variables());
    File nothing = new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    return builder
        .redirectInput(Redirect.from(nothing))
        .redirectOutput(output)
        .redirectErrorStream(true)
        .start();
  }

  private static Launched end(Process process, Duration limit) {
    Launched launched = watch(process, limit);
    // what it was to write may be deleted next, and must not come into being after that
    watch(process.destroyForcibly(), TO_DIE);
    return launched;
  }

  private static Launched watch(Process process, Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)
          ? new Launched.Ended(process.exitValue(), "")
          : new Launched.Late();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Launched.Late();
    }
  }

  private static Launched told(Command command, Launched.Ended ended, Path output) {
    try (InputStream bytes = Files.newInputStream(output)) {
      String text = new String(bytes.readNBytes(LARGEST_OUTPUT), StandardCharsets.UTF_8);
      if (ended.exitCode() != 0) {
        LOG.info("{} ended with code {}: {}", command.program(), ended.exitCode(), text);
      }
      return new Launched.Ended(ended.exitCode(), text);
    } catch (IOException e) {
      LOG.warn("The output of {} could not be read", command.program(), e);
      return ended;
    }
  }

  private static Launched missing(Command command, IOException e) {
    LOG.warn("{} could not be started", command.program(), e);
    return new Launched.Missing();
  }
}
