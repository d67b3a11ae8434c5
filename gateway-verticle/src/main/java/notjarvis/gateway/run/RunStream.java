package notjarvis.gateway.run;

import java.time.Instant;
import java.util.List;
import notjarvis.gateway.sse.EventStream;
import notjarvis.gateway.sse.Frame;
import notjarvis.journal.Checkpoint;
import notjarvis.run.LiveWords;
import notjarvis.run.RunAccepted.Reception;
import org.jspecify.annotations.Nullable;

/**
 * One client that follows one run. It takes what its run's feed has when there is room for it, so
 * that a slow reader needs no memory; live words that find no room are left out, for they come
 * again with their message.
 */
final class RunStream {
  private static final String EXPIRED =
      "You were signed in for so long only: sign in again; what is being done goes on.";

  private final EventStream stream;
  private final Instant until;
  private final Runnable onFirstEvent;
  private RunFeed feed;
  private @Nullable Dialect dialect;
  private int position;
  private boolean silent = true;

  /**
   * A stream that is yet to be opened.
   *
   * @param until when its reader has to come back with a new token
   * @param onFirstEvent is run once, when the first event has been written
   */
  RunStream(EventStream stream, Instant until, RunFeed feed, Runnable onFirstEvent) {
    this.stream = stream;
    this.until = until;
    this.feed = feed;
    this.onFirstEvent = onFirstEvent;
  }

  RunFeed feed() {
    return feed;
  }

  /** Follows another run, before it is opened. */
  void turnTo(RunFeed other) {
    feed = other;
  }

  boolean isOpen() {
    return dialect != null;
  }

  /** Opens the stream from the first event on. */
  void open(Dialect chosen, Reception reception) {
    begin(chosen, chosen.received(reception));
  }

  /**
   * Opens the stream where its reader stopped.
   *
   * @return whether there is anything to tell, now or later; if not, it is not opened
   * @throws notjarvis.gateway.http.Refusal when the run has no such place
   */
  boolean resume(Dialect chosen, Place after) {
    List<Frame> rest = replay(chosen, after);
    if (rest.isEmpty() && position == feed.size() && chosen.isResting()) {
      return false;
    }
    begin(chosen, rest);
    return true;
  }

  /** Opens the stream of a run that rests, for a reader who has all of it. */
  void openAtRest(Dialect chosen) {
    begin(chosen, List.of());
  }

  private List<Frame> replay(Dialect chosen, Place after) {
    List<Frame> rest = List.of();
    Progress progress = Progress.NONE;
    long reached = 0;
    while (reached < after.checkpoint() && position < feed.size()) {
      Checkpoint next = feed.at(position++);
      rest = chosen.checkpoint(next, position == feed.size());
      progress = progress.after(next);
      reached = next.checkpointId();
    }
    boolean inMessage = after.shown() == null || progress.awaitsMessage();
    if (reached != after.checkpoint() || !chosen.has(after) || !inMessage) {
      throw Resuming.refusal(
          "This run has no event \"" + EventId.of(feed.runId(), after) + "\" to go on after.");
    }
    return rest;
  }

  private void begin(Dialect chosen, List<Frame> first) {
    dialect = chosen;
    stream.open(this::pump);
    send(first);
    pump();
    feed.wordsSoFar().forEach(this::hear);
  }

  /** Tells what is there and finds room. */
  void pump() {
    @Nullable Dialect telling = dialect;
    if (telling == null) {
      return;
    }
    while (position < feed.size() && !stream.isFull()) {
      Checkpoint next = feed.at(position++);
      send(telling.checkpoint(next, position == feed.size()));
    }
    if (position == feed.size() && telling.isResting()) {
      send(telling.end());
      stream.end();
    }
  }

  void hear(LiveWords words) {
    if (dialect != null && position == feed.size() && !stream.isFull()) {
      send(dialect.words(words));
    }
  }

  void beat() {
    if (isOpen()) {
      stream.beat();
    }
  }

  /** Ends the stream if its reader is not signed in any more. */
  void endExpired(Instant now) {
    if (now.isAfter(until)) {
      leave(EXPIRED);
    }
  }

  /** Ends the stream before its run has ended, and says why. */
  void leave(String why) {
    if (dialect != null) {
      send(dialect.breakingOff(why));
      stream.end();
    }
  }

  /** Ends a stream whose run was deleted. */
  void cutOff() {
    stream.cutOff("its run is not there any more");
  }

  private void send(List<Frame> frames) {
    List<Frame> marked =
        frames.stream()
            .map(frame -> frame.identified(place -> EventId.text(feed.runId(), place)))
            .toList();
    if (stream.send(marked) && silent) {
      silent = false;
      onFirstEvent.run();
    }
  }
}
