package notjarvis.gateway.run;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import notjarvis.bus.Bus;
import notjarvis.failure.FailureCode;
import notjarvis.gateway.run.Progress.Turn;
import notjarvis.history.Histories;
import notjarvis.history.ReadRun;
import notjarvis.history.RunHistory;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Committed;
import notjarvis.run.LiveWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known here of one run that is followed: its checkpoints without gaps, however they came,
 * and the words of the message under way.
 */
final class RunFeed {
  private static final Logger LOG = LoggerFactory.getLogger(RunFeed.class);

  /** Words that came before what they follow; the rest comes with the message. */
  private static final int MOST_EARLY = 1_000;

  private final Bus bus;
  private final UUID runId;
  private final List<Checkpoint> checkpoints = new ArrayList<>();
  private final List<RunStream> streams = new ArrayList<>();
  private final List<LiveWords> early = new ArrayList<>();
  private final LiveMessage message = new LiveMessage();
  private Progress progress = Progress.NONE;
  private String ownerId;
  private long newestHeard;
  private boolean quiet;
  private boolean reading;

  /**
   * A feed that knows nothing yet.
   *
   * @param ownerId whoever wants to follow; whose the run is turns out when it is heard of
   */
  RunFeed(Bus bus, UUID runId, String ownerId) {
    this.bus = bus;
    this.runId = runId;
    this.ownerId = ownerId;
  }

  UUID runId() {
    return runId;
  }

  void add(RunStream stream) {
    streams.add(stream);
  }

  void remove(RunStream stream) {
    streams.remove(stream);
  }

  List<RunStream> streams() {
    return List.copyOf(streams);
  }

  int size() {
    return checkpoints.size();
  }

  Checkpoint at(int position) {
    return checkpoints.get(position);
  }

  /** Lets a reader who comes in the middle of a message have what was written of it. */
  List<LiveWords> wordsSoFar() {
    String id = Progress.messageId(runId, progress.nextStep());
    return message.soFar().map(text -> new LiveWords(runId, id, 0, text)).stream()
        .filter(words -> progress.turnOf(words) == Turn.NOW)
        .toList();
  }

  /** Checkpoints were committed; if some before them were not heard of, they are read. */
  void heard(Committed news) {
    ownerId = news.thread().ownerId();
    if (news.previous() <= last()) {
      take(news.checkpoints());
    } else {
      news.checkpoints().forEach(each -> expect(each.checkpointId()));
    }
  }

  void heard(LiveWords words) {
    Turn turn = progress.turnOf(words);
    if (turn == Turn.NOW) {
      tell(words);
    } else if (turn == Turn.LATER && early.size() < MOST_EARLY) {
      early.add(words);
    }
  }

  /** The journal has the run up to this checkpoint: if that is not known here, it is read. */
  void expect(long checkpointId) {
    newestHeard = Math.max(newestHeard, checkpointId);
    catchUp();
  }

  /** Reads what is known to be missing; to be called again as long as something may be. */
  void catchUp() {
    if (newestHeard > last() && !reading) {
      read();
    }
  }

  /** To be called once a heartbeat: reads on when nothing was heard since the last time. */
  void beat() {
    if (quiet && !reading && streams.stream().anyMatch(RunStream::isOpen)) {
      read();
    }
    quiet = true;
    streams().forEach(RunStream::beat);
  }

  /** Reads for somebody who has not been let in yet; fails when the run is not theirs. */
  Future<RunHistory> readFor(String asker) {
    return bus.ask(Histories.RUN, new ReadRun(asker, runId, last())).onSuccess(this::merge);
  }

  private void read() {
    reading = true;
    long before = last();
    readFor(ownerId)
        .onComplete(read -> reading = false)
        .onSuccess(history -> readOn(before))
        .onFailure(this::unreadable);
  }

  /** What was committed while it was read may be missing still. */
  private void readOn(long before) {
    if (last() > before) {
      catchUp();
    }
  }

  private void unreadable(Throwable failure) {
    LOG.debug("Run {} cannot be read now: {}", runId, failure.getMessage());
    if (FailureCode.of(failure) == FailureCode.NOT_FOUND) {
      streams().stream().filter(RunStream::isOpen).forEach(RunStream::cutOff);
    }
  }

  private void merge(RunHistory history) {
    ownerId = history.run().thread().ownerId();
    take(history.checkpoints());
  }

  /** Takes those that are new; what is handed in has no gap to what is there. */
  private void take(List<Checkpoint> more) {
    List<Checkpoint> fresh = more.stream().filter(each -> each.checkpointId() > last()).toList();
    if (fresh.isEmpty()) {
      return;
    }
    quiet = false;
    fresh.forEach(this::append);
    streams().forEach(RunStream::pump);
    List<LiveWords> held = List.copyOf(early);
    early.clear();
    held.forEach(this::heard);
  }

  private void append(Checkpoint checkpoint) {
    int step = progress.nextStep();
    checkpoints.add(checkpoint);
    progress = progress.after(checkpoint);
    if (progress.nextStep() != step) {
      message.clear();
    }
  }

  private void tell(LiveWords words) {
    message.take(words);
    streams().forEach(stream -> stream.hear(words));
  }

  private long last() {
    return checkpoints.isEmpty() ? 0 : checkpoints.get(checkpoints.size() - 1).checkpointId();
  }
}
