package notjarvis.executor.desktop;

/** Starts programs. Every method waits, for a bounded time, so it belongs on a worker. */
interface Launcher {

  /**
   * Starts a program that may stay, such as a browser, and gives it a moment to fail. {@link
   * Launched.Late} says that it is still running, and it is left so.
   */
  Launched start(Command command);

  /**
   * Starts a program that passes a wish on and ends. One that is late is ended; whether the wish
   * was passed on is then not known.
   */
  Launched handOver(Command command);

  /** Runs a program to its end and keeps what it writes. One that is late is ended. */
  Launched run(Command command);
}
