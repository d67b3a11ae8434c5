package notjarvis.launcher.command;

import picocli.CommandLine.Command;

/** {@code jarvis deny}: the no to what a run waits for. */
@Command(
    name = DenyCommand.NAME,
    mixinStandardHelpOptions = true,
    description = "Refuse what a run asked for.")
final class DenyCommand extends AnswerCommand {
  static final String NAME = "deny";

  DenyCommand(Surroundings surroundings) {
    super(surroundings, NAME, false);
  }
}
