package notjarvis.launcher.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a process has started, in the order in which it is taken down: the newest part first. */
final class Parts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private volatile boolean ending;
  private boolean closed;

  /** Holds the monitor, so that a part which is starting is not closed under its feet. */
  synchronized void open(Runnable opening) {
    opening.run();
  }

  /**
   * Takes a part on that was just started.
   *
   * @throws CancellationException when everything is to be taken down
   */
  synchronized void push(AutoCloseable part) {
    parts.push(part);
    if (ending) {
      throw new CancellationException("The process ends");
    }
  }

  /** Has the next part that is taken on be the last one. */
  void end() {
    ending = true;
  }

  boolean isEnding() {
    return ending;
  }

  /** Takes all down; a part that fails does not keep the others up. */
  @Override
  public void close() {
    end();
    takeDown();
  }

  private synchronized void takeDown() {
    if (closed) {
      return;
    }
    closed = true;
    parts.forEach(Parts::close);
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.warn("A part did not stop well", e);
    }
  }
}
