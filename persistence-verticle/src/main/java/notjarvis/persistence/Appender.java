package notjarvis.persistence;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Append;
import notjarvis.journal.Appended;
import notjarvis.journal.Checkpoint;
import notjarvis.run.RunStatus;
import notjarvis.thread.ThreadKey;

/**
 * Appends checkpoints, for whoever holds the newest lease of their run. What is asked while a flush
 * is under way goes out with the next one, in one statement and one commit. What such a flush does
 * not write at once, for whatever reason, is judged by itself. Lives on the context of its
 * verticle.
 */
final class Appender {
  private static final int LARGEST_FLUSH = 128;
  private static final int MOST_FLUSHES = 2;
  private static final int MOST_WAITING = 10_000;

  private final Database database;
  private final Scribe scribe;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final Set<ThreadKey> busy = new HashSet<>();
  private int flushes;

  Appender(Database database, Scribe scribe) {
    this.database = database;
    this.scribe = scribe;
  }

  private record Waiting(Append append, Promise<Appended> answer) {
    ThreadKey thread() {
      return append.lease().thread();
    }

    UUID runId() {
      return append.lease().runId();
    }

    /** A run that parks has an approval to write as well. */
    boolean parks() {
      return append.becomes() == RunStatus.PARKED;
    }
  }

  Future<Appended> append(Append append) {
    Optional<String> fault = AppendRules.fault(append);
    if (fault.isPresent()) {
      return Future.failedFuture(Failure.badRequest(fault.get()));
    }
    if (waiting.size() >= MOST_WAITING) {
      return Future.failedFuture(Trouble.BUSY.failure());
    }
    Waiting asked = new Waiting(append, Promise.promise());
    waiting.add(asked);
    flush();
    return asked.answer().future();
  }

  private void flush() {
    List<Waiting> next = flushes < MOST_FLUSHES ? next() : List.of();
    List<Waiting> together = next.stream().filter(each -> !each.parks()).toList();
    if (!together.isEmpty()) {
      flushes++;
      flush(together);
    }
    next.stream().filter(Waiting::parks).forEach(this::alone);
  }

  /** Of each thread that nothing is written to just now the one that waits longest. */
  private List<Waiting> next() {
    List<Waiting> next = new ArrayList<>();
    Iterator<Waiting> oldest = waiting.iterator();
    while (oldest.hasNext() && next.size() < LARGEST_FLUSH) {
      Waiting each = oldest.next();
      if (busy.add(each.thread())) {
        oldest.remove();
        next.add(each);
      }
    }
    return next;
  }

  private void flush(List<Waiting> batch) {
    String subject = "Appending to " + batch.size() + " runs, one of them " + batch.get(0).runId();
    List<Writing> writings = batch.stream().map(Waiting::append).map(Writing::of).toList();
    database
        .with(subject, connection -> write(connection, writings))
        .onSuccess(flushed -> batch.forEach(each -> answer(each, flushed)))
        .onFailure(failure -> failed(batch, failure))
        .onComplete(done -> flushed());
  }

  private void flushed() {
    flushes--;
    flush();
  }

  /** What a flush wrote, and whose turn it is where a run ended. */
  private record Flushed(Map<UUID, Written> written, Map<UUID, UUID> next) {}

  private static Future<Flushed> write(SqlConnection connection, List<Writing> writings) {
    return WriteStatement.write(connection, writings)
        .recover(Appender::nothingIfTwin)
        .compose(
            written ->
                NextRuns.after(connection, over(written)).map(next -> new Flushed(written, next)));
  }

  private static Future<Map<UUID, Written>> nothingIfTwin(Throwable failure) {
    return Scribe.isTwin(failure) ? Future.succeededFuture(Map.of()) : Future.failedFuture(failure);
  }

  private static List<UUID> over(Map<UUID, Written> written) {
    return written.values().stream()
        .filter(each -> each.status().isOver())
        .map(Written::runId)
        .toList();
  }

  private void answer(Waiting asked, Flushed flushed) {
    Optional.ofNullable(flushed.written().get(asked.runId()))
        .ifPresentOrElse(written -> written(asked, written, flushed.next()), () -> alone(asked));
  }

  private void written(Waiting asked, Written written, Map<UUID, UUID> next) {
    scribe.tell(written);
    List<Long> ids = written.checkpoints().stream().map(Checkpoint::checkpointId).toList();
    done(asked, Future.succeededFuture(Appended.written(ids, next.get(asked.runId()))));
  }

  /** Where the database is away, going one by one is no use, and neither is waiting. */
  private void failed(List<Waiting> batch, Throwable failure) {
    if (isAway(failure)) {
      giveUp(each -> true, failure);
      batch.forEach(each -> done(each, Future.failedFuture(failure)));
    } else {
      batch.forEach(this::alone);
    }
  }

  private static boolean isAway(Throwable failure) {
    return FailureCode.of(failure) == FailureCode.UNAVAILABLE;
  }

  /** Nobody's patience may end before they are told: they have waited as long as the first one. */
  private void giveUp(Predicate<Waiting> which, Throwable failure) {
    List<Waiting> over = waiting.stream().filter(which).toList();
    waiting.removeAll(over);
    over.forEach(each -> each.answer().fail(failure));
  }

  private void alone(Waiting asked) {
    String subject = "Appending to run " + asked.runId() + " of " + asked.thread();
    LoneAppend append = new LoneAppend(asked.append());
    scribe
        .write(subject, append::write)
        .onFailure(failure -> failedAlone(asked, failure))
        .onComplete(answer -> done(asked, answer));
  }

  private void failedAlone(Waiting asked, Throwable failure) {
    if (isAway(failure)) {
      giveUp(each -> each.thread().equals(asked.thread()), failure);
    }
  }

  private void done(Waiting asked, AsyncResult<Appended> answer) {
    busy.remove(asked.thread());
    asked.answer().handle(answer);
    flush();
  }
}
