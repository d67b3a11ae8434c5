package notjarvis.gateway.run;

import java.util.ArrayList;
import java.util.List;
import notjarvis.gateway.sse.EventStream;
import notjarvis.gateway.sse.Frame;
import notjarvis.run.RunAccepted;
import notjarvis.run.RunEvent;

/** One client that follows one run. What happens before the goal is accepted is held back. */
final class RunStream {
  private static final int MOST_HELD = 1_000;

  private final EventStream stream;
  private final PlainDialect dialect = new PlainDialect();
  private final List<RunEvent> held = new ArrayList<>();
  private final Runnable onFirstEvent;
  private boolean open;
  private boolean quiet = true;
  private boolean silent = true;

  /**
   * A stream that is yet to be opened.
   *
   * @param onFirstEvent is run once, when the first event has been written
   */
  RunStream(EventStream stream, Runnable onFirstEvent) {
    this.stream = stream;
    this.onFirstEvent = onFirstEvent;
  }

  void take(RunEvent event) {
    quiet = false;
    if (open) {
      tell(event);
    } else if (held.size() < MOST_HELD) {
      held.add(event);
    } else {
      stream.cutOff("too much happened before its goal was accepted");
    }
  }

  void open(RunAccepted accepted) {
    open = true;
    stream.open();
    if (accepted.reception() == RunAccepted.Reception.QUEUED) {
      send(List.of(PlainDialect.queued()));
    }
    held.forEach(this::tell);
    held.clear();
  }

  void beat() {
    if (open) {
      stream.beat();
    }
  }

  /** Whether nothing happened since the last time that this was asked. */
  boolean wasQuiet() {
    boolean was = quiet;
    quiet = true;
    return open && was;
  }

  /** Ends the stream before its run has ended, and says so. */
  void leave() {
    if (open) {
      send(PlainDialect.stopping());
      stream.end();
    }
  }

  private void tell(RunEvent event) {
    send(event.fold(dialect));
    if (dialect.isOver()) {
      stream.end();
    }
  }

  private void send(List<Frame> frames) {
    if (stream.send(frames) && silent) {
      silent = false;
      onFirstEvent.run();
    }
  }
}
