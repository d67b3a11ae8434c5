package notjarvis.launcher.command;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import notjarvis.launcher.terminal.Prompt;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;

/** A line that is being typed, whatever else goes on. */
final class Typing {
  private static final String WORDS = "you> ";
  private static final long CALL_AGAIN_MS = 100;

  /** What Ctrl-C does. */
  interface Interrupted {
    /** Tells whether there was something to interrupt; else it was meant for what is typed. */
    boolean happens();
  }

  private final Prompt prompt;
  private final Interrupted interrupted;
  private final CompletableFuture<Optional<String>> line = new CompletableFuture<>();
  private final Thread thread = new Thread(this::read, "typing");
  private volatile String typed;
  private volatile boolean calledOff;

  private Typing(Prompt prompt, String typed, Interrupted interrupted) {
    this.prompt = prompt;
    this.typed = typed;
    this.interrupted = interrupted;
  }

  /**
   * Has the person type.
   *
   * @param typed the beginning of the line
   */
  static Typing begin(Prompt prompt, String typed, Interrupted interrupted) {
    Typing typing = new Typing(prompt, typed, interrupted);
    typing.thread.setDaemon(true);
    typing.thread.start();
    return typing;
  }

  /** The line, once it is finished; nothing when the person leaves. */
  CompletableFuture<Optional<String>> line() {
    return line;
  }

  /** Ends the typing; tells what was typed of a line that is not finished. */
  String callOff() {
    calledOff = true;
    prompt.vanishing(true);
    try {
      while (thread.isAlive()) {
        thread.interrupt();
        thread.join(CALL_AGAIN_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      prompt.vanishing(false);
    }
    return typed;
  }

  private void read() {
    try {
      while (!line.isDone() && !calledOff) {
        readOnce();
      }
    } catch (EndOfFileException e) {
      line.complete(Optional.empty());
    } catch (RuntimeException | Error e) {
      line.completeExceptionally(e);
    }
  }

  private void readOnce() {
    try {
      line.complete(Optional.of(prompt.read(WORDS, typed)));
    } catch (UserInterruptException e) {
      // one Ctrl-C can leave a second interrupt behind
      Thread.interrupted();
      typed = e.getPartialLine();
      if (!calledOff && !interrupted.happens()) {
        leaveOrBeginAnew();
      }
    }
  }

  private void leaveOrBeginAnew() {
    if (typed.isEmpty()) {
      line.complete(Optional.empty());
    }
    typed = "";
  }
}
