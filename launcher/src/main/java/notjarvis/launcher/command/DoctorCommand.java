package notjarvis.launcher.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import notjarvis.config.ConfigurationException;
import notjarvis.config.Settings;
import notjarvis.failure.Failure;
import notjarvis.launcher.database.DatabaseStartException;
import notjarvis.launcher.doctor.DesktopCheck;
import notjarvis.launcher.doctor.Finding;
import notjarvis.launcher.doctor.ModelCheck;
import notjarvis.launcher.doctor.SearchCheck;
import notjarvis.launcher.doctor.ServerCheck;
import notjarvis.launcher.home.EnvironmentFiles;
import notjarvis.launcher.home.Instance;
import notjarvis.launcher.home.JarvisHome;
import notjarvis.launcher.server.Instances;
import notjarvis.launcher.server.Instances.Attached;
import notjarvis.launcher.terminal.Clean;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/**
 * {@code jarvis doctor}: what works, what does not, and what to set. Each finding is told as soon
 * as it is known, and none keeps the others from being looked for.
 */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Look at what works here and what does not.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:nothing is broken", "1:something is"})
final class DoctorCommand implements Callable<Integer> {
  private static final int ANY_PORT = 0;

  private final Surroundings surroundings;
  private boolean broken;

  DoctorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @FunctionalInterface
  private interface Check {
    Finding look() throws InterruptedException;
  }

  @Override
  public Integer call() throws InterruptedException {
    show(Finding.works("Java", Runtime.version() + " of " + System.getProperty("java.vendor")));
    try {
      EnvironmentFiles.Found found =
          EnvironmentFiles.look(surroundings.environment(), surroundings.program());
      Settings.Reading reading = Settings.look(found.values());
      Stream.concat(found.faults().stream(), reading.faults().stream())
          .forEach(fault -> show(Finding.broken("Settings", fault)));
      boolean portNamed = found.values().containsKey("PORT");
      look(portNamed ? reading.settings() : atAnyPort(reading.settings()));
    } catch (ConfigurationException e) {
      show(Finding.broken("Settings", String.valueOf(e.getMessage())));
    }
    show("Desktop", () -> DesktopCheck.of(osName(), surroundings.environment()));
    return ExitCode.of(!broken);
  }

  private static Settings atAnyPort(Settings settings) {
    return settings.listeningOn(settings.gateway().host(), ANY_PORT);
  }

  private static String osName() {
    return System.getProperty("os.name");
  }

  private void look(Settings settings) throws InterruptedException {
    Optional<JarvisHome> home = home(settings);
    if (home.isPresent()) {
      show("Server", () -> server(settings, home.get()));
    }
    show("Model", () -> ModelCheck.of(settings.planner().gemini()));
    SearchCheck.of(settings.executor().search()).forEach(this::show);
  }

  private Optional<JarvisHome> home(Settings settings) {
    try {
      JarvisHome home = Surroundings.home(settings);
      show(Finding.works("Home", home.folder().toString()));
      return Optional.of(home);
    } catch (Failure e) {
      show(Finding.broken("Home", e.getMessage()));
      return Optional.empty();
    }
  }

  /** The one that runs here, or else one that is started as a goal would start it. */
  private Finding server(Settings settings, JarvisHome home) throws InterruptedException {
    Instances.running(home).ifPresent(instance -> show(running(instance)));
    try (Attached attached =
        new Instances(home, surroundings.credentials()).attachOrStart(settings)) {
      return ServerCheck.of(attached.server());
    } catch (DatabaseStartException e) {
      return Finding.broken("Database", String.valueOf(e.getMessage()));
    }
  }

  /** Its settings are its own: nobody else can judge them. */
  private static Finding running(Instance instance) {
    return Finding.works(
        "Server",
        ("process %d at %s, with the settings it was started with; the model, search and desktop"
                + " below are those of this terminal, and count for it once it is restarted")
            .formatted(instance.pid(), instance.address()));
  }

  private void show(String part, Check check) throws InterruptedException {
    try {
      show(check.look());
    } catch (Failure | ConfigurationException e) {
      show(Finding.broken(part, String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      LoggerFactory.getLogger(DoctorCommand.class).error("{} could not be looked at", part, e);
      show(Finding.broken(part, "could not be looked at: " + e));
    }
  }

  private void show(Finding finding) {
    String sign =
        switch (finding.state()) {
          case WORKS -> "ok     ";
          case UNTRIED -> "set    ";
          case ABSENT -> "not set";
          case BROKEN -> "BROKEN ";
        };
    broken = broken || finding.state() == Finding.State.BROKEN;
    surroundings.out().printf("%s  %-9s %s%n", sign, finding.part(), Clean.text(finding.text()));
    surroundings.out().flush();
  }
}
