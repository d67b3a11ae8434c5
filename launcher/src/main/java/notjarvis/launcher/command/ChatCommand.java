package notjarvis.launcher.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import notjarvis.launcher.terminal.Prompt;
import notjarvis.launcher.terminal.Screen.Style;
import notjarvis.launcher.terminal.Window;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jarvis chat}: one goal after the other. */
@Command(
    name = "chat",
    mixinStandardHelpOptions = true,
    description = "Talk: a goal a line, \"reset\" for a new conversation, \"exit\" to leave.")
final class ChatCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final ServerOptions options = new ServerOptions();

  @Mixin private final ThreadOption thread = new ThreadOption();

  @Mixin private final BusyOption busy = new BusyOption();

  ChatCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (Window window = Window.open(surroundings.out(), ExitCode::interrupt)) {
      window.screen().busy("Starting");
      try (Link link = Link.open(options, surroundings)) {
        window.screen().rest();
        return talk(link, window);
      }
    }
  }

  private int talk(Link link, Window window) throws IOException {
    Optional<Prompt> prompt = window.prompt(this::history);
    if (prompt.isEmpty()) {
      return hold(link, window, new PipedLines(surroundings.in()));
    }
    window.screen().show(Style.NOTICE, greeting(link));
    return hold(link, window, TypedLines.at(prompt.get()));
  }

  private Path history() {
    return Surroundings.home(surroundings.settings()).chatHistory();
  }

  private int hold(Link link, Window window, Input input) {
    return new Conversation(link, window.screen(), input, thread.name, busy.choice).hold();
  }

  private String greeting(Link link) {
    String model =
        knowsNoModel(link)
            ? "\nNo model key is set: everyday commands work, \"help\" lists them."
            : "";
    return "Not-Jarvis, conversation \""
        + thread.name
        + "\". Type a goal, \"reset\" or \"exit\"."
        + model;
  }

  /** Of a server that somebody else started, our settings say nothing. */
  private boolean knowsNoModel(Link link) {
    return link.isOwn() && surroundings.settings().planner().gemini().isEmpty();
  }
}
