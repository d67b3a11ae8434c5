package notjarvis.launcher.command;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import notjarvis.launcher.client.ServerException;
import notjarvis.launcher.terminal.RunPrinter;
import notjarvis.launcher.terminal.Screen;
import notjarvis.launcher.terminal.Screen.Style;

/** One goal after the other in a thread, until the person leaves. */
final class Conversation {
  private final Link link;
  private final Screen screen;
  private String thread;

  Conversation(Link link, Screen screen, String thread) {
    this.link = link;
    this.screen = screen;
    this.thread = thread;
  }

  int hold(Lines lines) {
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      String text = line.get().strip();
      switch (text.toLowerCase(Locale.ROOT)) {
        case "" -> {
          // nothing was said
        }
        case "exit", "quit" -> {
          return ExitCode.FINISHED;
        }
        case "reset" -> reset();
        default -> lines.during(() -> pursue(text), link::giveUp);
      }
    }
    return ExitCode.FINISHED;
  }

  private void reset() {
    thread = "chat-" + UUID.randomUUID().toString().substring(0, 8);
    screen.show(Style.NOTICE, "A new conversation: \"" + thread + "\".");
  }

  private void pursue(String goal) {
    try {
      link.pursue(Goal.readable(goal), thread, new RunPrinter(screen));
    } catch (CancellationException e) {
      screen.show(Style.NOTICE, "I stopped waiting for it; the run goes on.");
    } catch (ServerException | InterruptedException | RuntimeException e) {
      screen.show(Style.TROUBLE, Trouble.of(e).text());
    } finally {
      screen.rest();
    }
  }
}
