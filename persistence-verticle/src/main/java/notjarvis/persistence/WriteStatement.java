package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import notjarvis.journal.Lease;
import notjarvis.journal.Node;
import notjarvis.journal.Usage;
import org.jspecify.annotations.Nullable;

/** The one statement that writes checkpoints, of many runs at once, each of another thread. */
final class WriteStatement {
  /**
   * Writes for each run all that is asked, or nothing: nothing when its lease does not hold, it has
   * too many controls, the first key is there already, or somebody else has the lock of the thread
   * or the run. Returns a row for each run that was written to, with its head before.
   *
   * <p>{@code held} is the fence: it looks at the newest versions of both rows and locks them, so
   * an epoch that changed since the statement began is seen. It never waits for a lock, so that one
   * run cannot hold the others up and two of these cannot wait for each other. Whether a key is
   * there is looked up as of the statement's beginning: a twin that was under way, or a key after
   * the first, makes all of it fail on {@code checkpoint_append_key}.
   *
   * <p>Runs: $1 ids, $2 planners, $3 epochs, $4 controls they may have, $5 statuses, $6 first keys,
   * $7 how many checkpoints, $8 how many of them are controls, $9 whether one is the cancel, $10 to
   * $12 what they cost. Checkpoints: $13 which of the runs, from 1, $14 their place in it, from 1,
   * $15 append keys, $16 nodes, $17 checkpoints, $18 metadata.
   */
  private static final String WRITE =
      """
      WITH asked AS (
        SELECT * FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::int[], $5::text[],
                             $6::text[], $7::int[], $8::int[], $9::bool[],
                             $10::int[], $11::int[], $12::int[]) WITH ORDINALITY
          AS a (run_id, planner, epoch, controls, becomes, first_key, checkpoints, said, cancel,
                input_tokens, output_tokens, model_calls, nth)
      ), held AS (
        SELECT a.*, t.id AS thread, t.owner_id, t.thread_id, t.head,
               r.last_checkpoint AS previous, r.status
        FROM asked a
        JOIN notjarvis.run r ON r.run_id = a.run_id
        JOIN notjarvis.thread t ON t.id = r.thread
        WHERE (a.planner IS NULL OR r.lease_owner = a.planner AND r.lease_epoch = a.epoch
                                    AND r.status = 'running')
          AND (a.controls IS NULL OR r.controls <= a.controls)
          AND NOT EXISTS (
            SELECT FROM notjarvis.checkpoint c
            WHERE c.run_id = a.run_id AND c.append_key = a.first_key)
        FOR NO KEY UPDATE OF t, r SKIP LOCKED
      ), numbered AS (
        UPDATE notjarvis.thread t SET head = h.head + h.checkpoints, updated_at = now()
        FROM held h WHERE t.id = h.thread
      ), counted AS (
        UPDATE notjarvis.run r
        SET status = coalesce(h.becomes, r.status),
            ended_at = CASE WHEN h.becomes IN ('finished', 'failed', 'cancelled', 'superseded')
                       THEN now() ELSE r.ended_at END,
            controls = r.controls + h.said,
            cancel_asked = r.cancel_asked OR h.cancel,
            last_checkpoint = h.head + h.checkpoints,
            input_tokens = r.input_tokens + h.input_tokens,
            output_tokens = r.output_tokens + h.output_tokens,
            model_calls = r.model_calls + h.model_calls
        FROM held h WHERE r.run_id = h.run_id
      ), written AS (
        INSERT INTO notjarvis.checkpoint (thread, checkpoint_id, parent_checkpoint_id,
                                run_id, node, append_key, checkpoint, metadata)
        SELECT h.thread, h.head + f.place, nullif(h.head + f.place - 1, 0),
               h.run_id, f.node, f.append_key, f.checkpoint::jsonb, f.metadata::jsonb
        FROM held h
        JOIN unnest($13::int[], $14::int[], $15::text[], $16::text[], $17::text[], $18::text[])
             AS f (nth, place, append_key, node, checkpoint, metadata) ON f.nth = h.nth
      )
      SELECT nth::int, run_id, owner_id, thread_id, head, previous,
             coalesce(becomes, status) AS status
      FROM held
      """;

  private WriteStatement() {}

  /** Writes to many runs, each of another thread. Whatever is not in the answer was not written. */
  static Future<Map<UUID, Written>> write(SqlConnection connection, List<Writing> writings) {
    List<List<Kept>> kept = writings.stream().map(Kept::all).toList();
    return new Statement(WRITE, values(writings, kept))
        .on(connection)
        .map(rows -> Statement.list(rows, row -> written(row, kept)))
        .map(all -> all.stream().collect(Collectors.toMap(Written::runId, Function.identity())));
  }

  /** Writes to one run, whose thread is locked by this transaction. */
  static Future<Written> write(SqlConnection connection, Writing writing) {
    return write(connection, List.of(writing))
        .map(written -> Optional.ofNullable(written.get(writing.runId())))
        .map(written -> written.orElseThrow(WriteStatement::notUnderLock));
  }

  private static IllegalStateException notUnderLock() {
    return new IllegalStateException("what is written under the lock has to be judged before");
  }

  private static Tuple values(List<Writing> writings, List<List<Kept>> kept) {
    Tuple values =
        Tuple.tuple()
            .addArrayOfUUID(of(writings, Writing::runId, UUID[]::new))
            .addArrayOfString(of(writings, each -> lease(each, Lease::plannerId), String[]::new))
            .addArrayOfLong(of(writings, each -> lease(each, Lease::epoch), Long[]::new))
            .addArrayOfInteger(of(writings, Writing::controls, Integer[]::new))
            .addArrayOfString(of(writings, WriteStatement::status, String[]::new))
            .addArrayOfString(of(kept, run -> run.get(0).appendKey(), String[]::new))
            .addArrayOfInteger(of(kept, List::size, Integer[]::new))
            .addArrayOfInteger(of(kept, WriteStatement::controls, Integer[]::new))
            .addArrayOfBoolean(of(kept, WriteStatement::cancels, Boolean[]::new))
            .addArrayOfInteger(sums(kept, Usage::inputTokens))
            .addArrayOfInteger(sums(kept, Usage::outputTokens))
            .addArrayOfInteger(sums(kept, Usage::modelCalls));
    List<Place> places = Place.all(kept);
    return values
        .addArrayOfInteger(of(places, Place::nth, Integer[]::new))
        .addArrayOfInteger(of(places, Place::place, Integer[]::new))
        .addArrayOfString(of(places, each -> each.kept().appendKey(), String[]::new))
        .addArrayOfString(of(places, each -> each.kept().node().wireName(), String[]::new))
        .addArrayOfString(of(places, each -> each.kept().json(), String[]::new))
        .addArrayOfString(of(places, each -> each.kept().metadataJson(), String[]::new));
  }

  /** Which of the runs, and where in it, both from 1. */
  private record Place(int nth, int place, Kept kept) {
    static List<Place> all(List<List<Kept>> kept) {
      return IntStream.range(0, kept.size())
          .boxed()
          .flatMap(nth -> of(nth, kept.get(nth)).stream())
          .toList();
    }

    private static List<Place> of(int nth, List<Kept> kept) {
      return IntStream.range(0, kept.size())
          .mapToObj(place -> new Place(nth + 1, place + 1, kept.get(place)))
          .toList();
    }
  }

  private static <S, T> T[] of(List<S> all, Function<S, @Nullable T> value, IntFunction<T[]> to) {
    return all.stream().map(value).toArray(to);
  }

  private static <T> @Nullable T lease(Writing writing, Function<Lease, T> part) {
    return writing.lease() == null ? null : part.apply(writing.lease());
  }

  private static @Nullable String status(Writing writing) {
    return writing.becomes() == null ? null : writing.becomes().wireName();
  }

  private static int controls(List<Kept> run) {
    return (int) run.stream().filter(each -> each.node() == Node.CONTROL).count();
  }

  private static boolean cancels(List<Kept> run) {
    return run.stream().anyMatch(each -> each.appendKey().equals(Saying.CANCEL_KEY));
  }

  private static Integer[] sums(List<List<Kept>> kept, ToIntFunction<Usage> part) {
    return of(
        kept,
        run -> run.stream().mapToInt(each -> part.applyAsInt(each.metadata().usage())).sum(),
        Integer[]::new);
  }

  private static Written written(Row row, List<List<Kept>> kept) {
    long head = row.getLong("head");
    List<Kept> own = kept.get(row.getInteger("nth") - 1);
    return new Written(
        Columns.thread(row),
        row.getUUID("run_id"),
        row.getLong("previous"),
        IntStream.range(0, own.size()).mapToObj(n -> own.get(n).numbered(head + n + 1)).toList(),
        Columns.status(row));
  }
}
