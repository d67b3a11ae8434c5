package notjarvis.executor.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Starts nothing: it writes down what it was asked for and answers what it was told to. */
final class RecordingLauncher implements Launcher {
  private final List<Command> commands = new ArrayList<>();
  private final List<String> ways = new ArrayList<>();
  private final Function<Command, Launched> answers;

  RecordingLauncher(Function<Command, Launched> answers) {
    this.answers = answers;
  }

  static RecordingLauncher answering(Launched launched) {
    return new RecordingLauncher(command -> launched);
  }

  static RecordingLauncher exiting(int code) {
    return answering(new Launched.Ended(code, ""));
  }

  List<Command> commands() {
    return commands;
  }

  List<String> ways() {
    return ways;
  }

  @Override
  public Launched start(Command command) {
    return record("start", command);
  }

  @Override
  public Launched handOver(Command command) {
    return record("handOver", command);
  }

  @Override
  public Launched run(Command command) {
    return record("run", command);
  }

  private Launched record(String way, Command command) {
    ways.add(way);
    commands.add(command);
    return answers.apply(command);
  }
}
