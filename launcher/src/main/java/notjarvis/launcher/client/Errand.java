package notjarvis.launcher.client;

import java.util.UUID;
import notjarvis.run.OnBusy;
import notjarvis.sse.ServerSentEvent;

/**
 * One goal on its way, with what is needed to send it again: the server knows it by its key, does
 * it once, and goes on telling after the last event that was heard. Events come on one thread;
 * {@link #runId} may be asked by any.
 */
public final class Errand {
  private final String goal;
  private final String thread;
  private final OnBusy onBusy;
  private final String key = UUID.randomUUID().toString();
  private volatile String runId = "";
  private volatile String last = "";
  private volatile int streams;

  /** Outlasts a connection that breaks between the last event and the end. */
  private volatile Ending.State state = Ending.State.WAITING;

  /**
   * A goal that was not sent yet.
   *
   * @param onBusy what becomes of it while its conversation is busy
   */
  public Errand(String goal, String thread, OnBusy onBusy) {
    this.goal = goal;
    this.thread = thread;
    this.onBusy = onBusy;
  }

  String goal() {
    return goal;
  }

  String thread() {
    return thread;
  }

  OnBusy onBusy() {
    return onBusy;
  }

  String key() {
    return key;
  }

  /** Which run works on it; empty while no server has said so. */
  public String runId() {
    return runId;
  }

  /** The last event that was heard; empty before the first. */
  public String last() {
    return last;
  }

  /** Whether a server took it on, so that something may come of it. */
  public boolean isTaken() {
    return streams > 0;
  }

  /** How many streams a server has begun to tell of it. */
  public int streams() {
    return streams;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // events come on one thread
  void taken(String byRun) {
    runId = byRun;
    streams++;
  }

  void heard(ServerSentEvent event) {
    if (!event.id().isEmpty()) {
      last = event.id();
    }
    state =
        switch (event.event()) {
          case "answer" -> Ending.State.FINISHED;
          case "failed" -> Ending.State.FAILED;
          default -> state;
        };
  }

  /** How it stands by what was heard. */
  Ending ending() {
    return new Ending(runId, state);
  }
}
