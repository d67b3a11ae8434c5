package notjarvis.launcher.command;

/** How the process ends. */
final class ExitCode {
  static final int FINISHED = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  private ExitCode() {}

  static int of(boolean finished) {
    return finished ? FINISHED : FAILED;
  }
}
