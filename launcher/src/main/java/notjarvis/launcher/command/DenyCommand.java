package notjarvis.launcher.command;

import java.util.Objects;
import java.util.UUID;
import notjarvis.launcher.client.Resources;
import notjarvis.launcher.client.ServerException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code jarvis deny}: the no to what a run waits for. */
@Command(
    name = "deny",
    mixinStandardHelpOptions = true,
    description = "Refuse what a run asked for.")
final class DenyCommand extends ResourceCommand {
  @Parameters(
      paramLabel = "ID",
      converter = Id.class,
      description = "What was asked for, as the run said.")
  private @Nullable UUID approval;

  DenyCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Resources resources) throws ServerException, InterruptedException {
    new Approvals(resources).answer(Objects.requireNonNull(approval), false);
    show("Refused; the run goes on without it.");
  }
}
