package notjarvis.launcher.command;

import picocli.CommandLine.Command;

/** {@code jarvis approve}: the yes that a run waits for. */
@Command(
    name = ApproveCommand.NAME,
    mixinStandardHelpOptions = true,
    description = "Allow what a run asked for.")
final class ApproveCommand extends AnswerCommand {
  static final String NAME = "approve";

  ApproveCommand(Surroundings surroundings) {
    super(surroundings, NAME, true);
  }
}
