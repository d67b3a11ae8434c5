package notjarvis.launcher.command;

import java.util.Optional;

/** What the person types, line by line. */
interface Lines {
  /** The next line; nothing when there are no more. */
  Optional<String> next();

  /**
   * Does work that takes a while.
   *
   * @param giveUp makes the work come to its end; called when the person no longer wants to wait
   */
  void during(Runnable work, Runnable giveUp);
}
