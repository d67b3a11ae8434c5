package notjarvis.launcher.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import notjarvis.launcher.client.Ending;
import notjarvis.launcher.client.Errand;
import notjarvis.launcher.client.ServerException;
import notjarvis.launcher.terminal.JsonPrinter;
import notjarvis.launcher.terminal.RunPrinter;
import notjarvis.launcher.terminal.Screen;
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
    exitCodeList = {
      "0:the run finished",
      "1:it failed",
      "2:wrong usage",
      "3:it waits for your answer (jarvis approve, jarvis deny)",
      "130:you stopped it (Ctrl-C)"
    })
final class AskCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final ServerOptions options = new ServerOptions();

  @Mixin private final ThreadOption thread = new ThreadOption();

  @Mixin private final BusyOption busy = new BusyOption();

  @Option(names = "--json", description = "Print each event as a line of JSON.")
  private boolean json;

  @Parameters(
      paramLabel = "goal",
      converter = Goal.class,
      arity = "1..*",
      description = "What you want, in your own words.")
  private List<String> words = List.of();

  AskCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    return json ? askForProgram() : askForPerson();
  }

  private String goal() {
    return String.join(" ", words);
  }

  private int askForPerson() throws IOException, InterruptedException {
    try (Window window = Window.open(surroundings.out(), ExitCode::interrupt)) {
      window.screen().busy("Starting");
      try (Link link = Link.open(options, surroundings)) {
        return pursue(link, window);
      }
    }
  }

  /** Says what went wrong before the link is closed, which may take a while. */
  private int pursue(Link link, Window window) {
    Screen screen = window.screen();
    Errand errand = errand();
    Interruption stop = new Interruption(link, errand, screen);
    Runnable giveBack = window.onInterrupt(stop);
    try {
      RunPrinter printer = new RunPrinter(screen);
      Ending ending =
          link.pursue(errand, printer, words -> screen.show(Screen.Style.NOTICE, words));
      boolean stopped = stop.wasAsked() && !ending.finished();
      return stopped ? ExitCode.INTERRUPTED : ExitCode.of(ending.state());
    } catch (ServerException | InterruptedException | RuntimeException e) {
      screen.rest();
      return Trouble.of(e).tell(surroundings.err());
    } finally {
      giveBack.run();
    }
  }

  private Errand errand() {
    return new Errand(goal(), thread.name, busy.choice);
  }

  private int askForProgram() {
    JsonPrinter printer = new JsonPrinter(surroundings.out());
    try (Link link = Link.open(options, surroundings)) {
      Ending ending = link.pursue(errand(), printer, printer::notice);
      printer.end(ending);
      return ExitCode.of(ending.state());
    } catch (ServerException | InterruptedException | RuntimeException e) {
      Trouble trouble = Trouble.of(e);
      printer.trouble(trouble.text(), trouble.runId());
      return trouble.exitCode();
    }
  }
}
