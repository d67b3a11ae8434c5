package notjarvis.launcher.command;

import java.util.Optional;

/** What the person types, line by line. */
interface Lines {
  /** The next line; nothing when there are no more. */
  Optional<String> next();

  /** Runs work that takes a while; the person may stop waiting for it. */
  void during(Thread worker) throws InterruptedException;
}
