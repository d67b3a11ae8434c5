package notjarvis.launcher.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import notjarvis.config.Settings;
import notjarvis.failure.Failure;
import notjarvis.launcher.database.DatabaseStartException;
import notjarvis.launcher.doctor.DesktopCheck;
import notjarvis.launcher.doctor.Finding;
import notjarvis.launcher.doctor.ModelCheck;
import notjarvis.launcher.doctor.SearchCheck;
import notjarvis.launcher.doctor.ServerCheck;
import picocli.CommandLine.Command;

/** {@code jarvis doctor}: what works, what does not, and what to set. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Look at what works here and what does not.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:nothing is broken", "1:something is"})
final class DoctorCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  DoctorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = surroundings.settings();
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    findings.add(database());
    findings.add(DesktopCheck.of(System.getProperty("os.name"), surroundings.environment()));
    findings.add(ModelCheck.of(settings.planner().gemini()));
    findings.add(SearchCheck.of(settings.executor().search()));
    findings.forEach(this::show);
    return ExitCode.of(findings.stream().noneMatch(each -> each.state() == Finding.State.BROKEN));
  }

  private static Finding java() {
    return new Finding(
        Finding.State.WORKS,
        "Java",
        Runtime.version() + " of " + System.getProperty("java.vendor"));
  }

  /** Starts what a goal would start, and looks. */
  private Finding database() throws InterruptedException {
    try (Link link = Link.open(new ServerOptions(), surroundings)) {
      return ServerCheck.of(link.server());
    } catch (Failure | DatabaseStartException e) {
      return new Finding(Finding.State.BROKEN, "Database", String.valueOf(e.getMessage()));
    }
  }

  private void show(Finding finding) {
    String sign =
        switch (finding.state()) {
          case WORKS -> "ok     ";
          case ABSENT -> "not set";
          case BROKEN -> "BROKEN ";
        };
    surroundings.out().printf("%s  %-9s %s%n", sign, finding.part(), finding.text());
  }
}
