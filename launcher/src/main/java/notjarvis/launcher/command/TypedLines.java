package notjarvis.launcher.command;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import notjarvis.launcher.terminal.Prompt;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jspecify.annotations.Nullable;

/** Input that are typed at a terminal, also while something goes on above them. */
final class TypedLines implements Input {
  private static final long ECHO_NANOS = 300_000_000;

  private final Prompt prompt;
  private final SignalHandler before;
  private volatile long interruptedAt = System.nanoTime() - ECHO_NANOS;
  private volatile @Nullable Runnable interrupted;
  private @Nullable Typing typing;
  private String begun = "";
  private boolean over;

  private TypedLines(Prompt prompt) {
    this.prompt = prompt;
    // while a line is typed, the prompt hears Ctrl-C itself
    this.before = prompt.getTerminal().handle(Signal.INT, this::interrupt);
  }

  static TypedLines at(Prompt prompt) {
    return new TypedLines(prompt);
  }

  private void interrupt(Signal signal) {
    if (!interrupts()) {
      before.handle(signal);
    }
  }

  /** One press can arrive twice; the second must not be taken for a wish to leave the chat. */
  private boolean interrupts() {
    @Nullable Runnable now = interrupted;
    if (now == null) {
      return System.nanoTime() - interruptedAt < ECHO_NANOS;
    }
    interruptedAt = System.nanoTime();
    now.run();
    return true;
  }

  @Override
  public Optional<String> next() {
    return over ? Optional.empty() : finished(typing());
  }

  /** The line that is being typed, or a new one. */
  private Typing typing() {
    if (typing == null) {
      typing = Typing.begin(prompt, begun, this::interrupts);
      begun = "";
    }
    return typing;
  }

  private Optional<String> finished(Typing line) {
    Optional<String> text = line.line().join();
    typing = null;
    over = text.isEmpty();
    return text;
  }

  /** What is being typed meanwhile can be finished afterwards. */
  @Override
  public Optional<Boolean> confirm(String question, BooleanSupplier settled) {
    if (over) {
      return Optional.empty();
    }
    putAside();
    return new YesOrNo(prompt).ask(question, settled);
  }

  private void putAside() {
    if (typing == null) {
      return;
    }
    String typed = typing.callOff();
    if (!typing.line().isDone()) {
      begun = typed;
      typing = null;
    }
  }

  @Override
  public void during(Runnable work, Runnable stop, Consumer<String> said) {
    interrupted = stop;
    CompletableFuture<Void> done = CompletableFuture.runAsync(work, TypedLines::aside);
    try {
      while (!done.isDone() && !over) {
        hear(typing(), done, said);
      }
      done.join();
    } finally {
      interrupted = null;
    }
  }

  private void hear(Typing line, CompletableFuture<Void> done, Consumer<String> said) {
    CompletableFuture.anyOf(line.line(), done).join();
    if (!done.isDone()) {
      finished(line).ifPresent(said);
    }
  }

  private static void aside(Runnable work) {
    Thread thread = new Thread(work, "run");
    thread.setDaemon(true);
    thread.start();
  }
}
