package notjarvis.launcher.command;

import notjarvis.launcher.client.Ending;

/** How the process ends. */
final class ExitCode {
  static final int FINISHED = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  /** The run goes on when somebody has answered it. */
  static final int WAITING = 3;

  /** By Ctrl-C, as shells count it. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}

  /** What Ctrl-C does where nothing else was agreed on: everything is put in order on the way. */
  static void interrupt() {
    System.exit(INTERRUPTED);
  }

  static int of(boolean finished) {
    return finished ? FINISHED : FAILED;
  }

  static int of(Ending.State state) {
    return state == Ending.State.WAITING ? WAITING : of(state == Ending.State.FINISHED);
  }
}
