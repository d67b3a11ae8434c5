package notjarvis.persistence;

import io.vertx.sqlclient.Row;
import notjarvis.history.RunView;
import notjarvis.history.ThreadMark;
import notjarvis.history.ThreadView;
import notjarvis.journal.Usage;

/** Threads and runs as their owners see them. */
final class Views {
  /** Threads {@code t}, as {@link #thread} reads them. */
  static final String THREADS =
      """
      SELECT t.id, t.thread_id, coalesce(t.title, '') AS title, t.head, EXISTS (
               SELECT FROM notjarvis.run r
               WHERE r.thread = t.id AND r.status IN ('running', 'accepted')) AS busy,
             t.created_at, t.updated_at, s.thread_id AS forked_from, t.forked_checkpoint
      FROM notjarvis.thread t LEFT JOIN notjarvis.thread s ON s.id = t.forked_from
      """;

  /** Runs {@code r} of threads {@code t}, as {@link #run} reads them. */
  static final String RUNS =
      """
      SELECT r.run_id, t.owner_id, t.thread_id, r.goal, r.status, r.input_checkpoint,
             r.last_checkpoint, r.input_tokens, r.output_tokens, r.model_calls,
             r.accepted_at, r.ended_at
      FROM notjarvis.run r JOIN notjarvis.thread t ON t.id = r.thread
      """;

  private Views() {}

  static ThreadMark mark(Row row) {
    return new ThreadMark(Columns.instant(row, "updated_at"), row.getLong("id"));
  }

  static ThreadView thread(Row row) {
    return new ThreadView(
        row.getString("thread_id"),
        row.getString("title"),
        row.getLong("head"),
        row.getBoolean("busy"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"),
        row.getString("forked_from"),
        row.getLong("forked_checkpoint"));
  }

  static RunView run(Row row) {
    return new RunView(
        row.getUUID("run_id"),
        Columns.thread(row),
        row.getString("goal"),
        Columns.status(row),
        row.getLong("input_checkpoint"),
        row.getLong("last_checkpoint"),
        new Usage(
            row.getLong("input_tokens").intValue(),
            row.getLong("output_tokens").intValue(),
            row.getLong("model_calls").intValue()),
        Columns.instant(row, "accepted_at"),
        Columns.instantIfAny(row, "ended_at"));
  }
}
