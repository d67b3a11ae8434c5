package notjarvis.launcher.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import notjarvis.launcher.client.Ending;
import notjarvis.launcher.client.Errand;
import notjarvis.launcher.client.ServerException;
import notjarvis.launcher.terminal.RunPrinter;
import notjarvis.launcher.terminal.Screen;
import notjarvis.launcher.terminal.Screen.Style;
import notjarvis.run.OnBusy;
import picocli.CommandLine.TypeConversionException;

/** One goal after the other in a thread, until the person leaves. */
final class Conversation {
  private final Link link;
  private final Screen screen;
  private final Input input;
  private final OnBusy onBusy;
  private final Deque<String> later = new ArrayDeque<>();
  private String thread;

  Conversation(Link link, Screen screen, Input input, String thread, OnBusy onBusy) {
    this.link = link;
    this.screen = screen;
    this.input = input;
    this.thread = thread;
    this.onBusy = onBusy;
  }

  int hold() {
    for (Optional<String> line = next(); line.isPresent(); line = next()) {
      String text = line.get().strip();
      switch (text.toLowerCase(Locale.ROOT)) {
        case "" -> {
          // nothing was said
        }
        case "exit", "quit" -> {
          return ExitCode.FINISHED;
        }
        case "reset" -> reset();
        default -> pursue(text);
      }
    }
    return ExitCode.FINISHED;
  }

  /** What was said too late for a run comes before what is said next. */
  private Optional<String> next() {
    return Optional.ofNullable(later.poll()).or(input::next);
  }

  private void reset() {
    thread = "chat-" + UUID.randomUUID().toString().substring(0, 8);
    screen.show(Style.NOTICE, "A new conversation: \"" + thread + "\".");
  }

  private void pursue(String goal) {
    try {
      Errand errand = new Errand(Goal.readable(goal), thread, onBusy);
      while (follow(errand) && answer(errand)) {
        screen.busy("Thinking");
      }
    } catch (TypeConversionException e) {
      screen.show(Style.TROUBLE, Trouble.of(e).text());
    }
  }

  /** Follows a run as long as the person wants to; tells whether it waits for an answer. */
  private boolean follow(Errand errand) {
    boolean[] waits = {false};
    input.during(
        () -> waits[0] = waits(errand),
        new Interruption(link, errand, screen),
        new Steering(link, errand, screen, later::add));
    return waits[0];
  }

  private boolean waits(Errand errand) {
    try {
      Ending ending = link.pursue(errand, new RunPrinter(screen), this::notice);
      return ending.state() == Ending.State.WAITING;
    } catch (CancellationException e) {
      notice("I stopped waiting for it; the run goes on.");
      return false;
    } catch (ServerException | InterruptedException | RuntimeException e) {
      screen.show(Style.TROUBLE, Trouble.of(e).text());
      return false;
    } finally {
      screen.rest();
    }
  }

  private void notice(String words) {
    screen.show(Style.NOTICE, words);
  }

  /** Has the person asked what the run asks; tells whether it goes on. */
  private boolean answer(Errand errand) {
    try {
      Approvals approvals = new Approvals(link.server().resources());
      Optional<UUID> asked = approvals.ofRun(errand.runId());
      // whoever else has answered it meanwhile let it go on
      return asked.isEmpty() || new Question(approvals, asked.get(), input, this::notice).ask();
    } catch (ServerException | InterruptedException | RuntimeException e) {
      screen.show(Style.TROUBLE, Trouble.of(e).text());
      return false;
    }
  }
}
