package notjarvis.launcher.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import notjarvis.launcher.client.Ending;
import notjarvis.launcher.client.ServerException;
import notjarvis.launcher.terminal.JsonPrinter;
import notjarvis.launcher.terminal.RunPrinter;
import notjarvis.launcher.terminal.Window;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jarvis ask "goal"}: one goal, its stream, and an exit code that tells how it ended. */
@Command(
    name = "ask",
    mixinStandardHelpOptions = true,
    description = "Give one goal and follow it to its end.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:the run finished", "1:it failed", "2:wrong usage"})
final class AskCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final ServerOptions options = new ServerOptions();

  @Option(names = "--json", description = "Print each event as a line of JSON.")
  private boolean json;

  @Parameters(paramLabel = "goal", description = "What you want, in your own words.")
  private String goal = "";

  AskCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    return json ? askForProgram() : askForPerson();
  }

  private int askForPerson() throws IOException, InterruptedException {
    try (Window window = Window.open(surroundings.out())) {
      window.screen().busy("Starting");
      try (Link link = Link.open(options, surroundings)) {
        return pursue(link, window);
      }
    }
  }

  private int pursue(Link link, Window window) throws InterruptedException {
    try {
      RunPrinter printer = new RunPrinter(window.screen());
      return ExitCode.of(link.pursue(goal, options.thread, printer).finished());
    } catch (ServerException e) {
      window.screen().rest();
      surroundings.err().println(e.getMessage());
      return code(e);
    }
  }

  private int askForProgram() throws InterruptedException {
    JsonPrinter printer = new JsonPrinter(surroundings.out());
    try (Link link = Link.open(options, surroundings)) {
      Ending ending = link.pursue(goal, options.thread, printer);
      printer.end(ending);
      return ExitCode.of(ending.finished());
    } catch (ServerException e) {
      printer.trouble(e.getMessage());
      return code(e);
    }
  }

  private static int code(ServerException e) {
    return e.isWrongUsage() ? ExitCode.WRONG_USAGE : ExitCode.FAILED;
  }
}
