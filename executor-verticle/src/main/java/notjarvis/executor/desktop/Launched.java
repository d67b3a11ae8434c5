package notjarvis.executor.desktop;

import java.util.function.Function;
import java.util.function.Supplier;

/** What became of a program while we looked. */
sealed interface Launched {

  /**
   * It ended.
   *
   * @param exitCode 0 says that it did what it is for
   * @param output what it wrote, where that is kept
   */
  record Ended(int exitCode, String output) implements Launched {
    @Override
    public <R> R fold(Function<Ended, R> ended, Supplier<R> late, Supplier<R> missing) {
      return ended.apply(this);
    }
  }

  /** It did not end in the time that it was given. */
  record Late() implements Launched {
    @Override
    public <R> R fold(Function<Ended, R> ended, Supplier<R> late, Supplier<R> missing) {
      return late.get();
    }
  }

  /** The system could not start it. */
  record Missing() implements Launched {
    @Override
    public <R> R fold(Function<Ended, R> ended, Supplier<R> late, Supplier<R> missing) {
      return missing.get();
    }
  }

  /** What each case is turned into. */
  <R> R fold(Function<Ended, R> ended, Supplier<R> late, Supplier<R> missing);

  default boolean succeeded() {
    return fold(ended -> ended.exitCode() == 0, () -> false, () -> false);
  }
}
