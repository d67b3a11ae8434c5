package notjarvis.launcher.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Input from a pipe or a file. */
final class PipedLines implements Input {
  private final BufferedReader in;

  PipedLines(BufferedReader in) {
    this.in = in;
  }

  @Override
  public Optional<String> next() {
    try {
      return Optional.ofNullable(in.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the next goal", e);
    }
  }

  /** The next line is the next goal, and must not be taken for an answer. */
  @Override
  public Optional<Boolean> confirm(String question, BooleanSupplier settled) {
    return Optional.empty();
  }

  /** A goal a line: the next one is not meant for what goes on. */
  @Override
  public void during(Runnable work, Runnable interrupted, Consumer<String> said) {
    work.run();
  }
}
