package notjarvis.launcher.command;

import java.util.Objects;
import java.util.UUID;
import notjarvis.launcher.client.Resources;
import notjarvis.launcher.client.ServerException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code jarvis approve}: the yes that a run waits for. */
@Command(
    name = "approve",
    mixinStandardHelpOptions = true,
    description = "Allow what a run asked for.")
final class ApproveCommand extends ResourceCommand {
  @Parameters(
      paramLabel = "ID",
      converter = Id.class,
      description = "What was asked for, as the run said.")
  private @Nullable UUID approval;

  ApproveCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Resources resources) throws ServerException, InterruptedException {
    new Approvals(resources).answer(Objects.requireNonNull(approval), true);
    show("Allowed; the run goes on.");
  }
}
