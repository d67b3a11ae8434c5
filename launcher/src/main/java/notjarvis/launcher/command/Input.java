package notjarvis.launcher.command;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What the person types, line by line. */
interface Input {
  /** The next line; nothing when there are no more. */
  Optional<String> next();

  /**
   * Asks for a yes or a no; nothing when there is nobody to ask, or no answer.
   *
   * @param settled whether an answer is not needed any more; asked now and then, by another thread
   */
  Optional<Boolean> confirm(String question, BooleanSupplier settled);

  /**
   * Does work that takes a while.
   *
   * @param interrupted is called whenever the person presses Ctrl-C meanwhile; returns at once
   * @param said is told each line that the person types meanwhile
   */
  void during(Runnable work, Runnable interrupted, Consumer<String> said);
}
