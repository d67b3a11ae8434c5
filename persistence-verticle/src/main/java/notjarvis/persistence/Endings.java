package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import notjarvis.journal.EndedRuns;
import notjarvis.journal.Entry;
import notjarvis.journal.FindEnded;
import notjarvis.run.Cursor;
import notjarvis.run.RunEvent;

/** Tells how runs ended. */
final class Endings {
  /** The last checkpoint of each run that is over: $1 runs. */
  private static final String ENDED =
      """
      SELECT r.run_id, c.checkpoint_id, split_part(c.append_key, '/', 1) AS step,
             c.checkpoint::text AS checkpoint
      FROM notjarvis.run r
      JOIN notjarvis.checkpoint c
        ON c.run_id = r.run_id AND c.node = 'reception'
      WHERE r.run_id = ANY ($1) AND r.ended_at IS NOT NULL
      """;

  private final Database database;

  Endings(Database database) {
    this.database = database;
  }

  Future<EndedRuns> find(FindEnded question) {
    Tuple runs = Tuple.of(question.runs().toArray(UUID[]::new));
    return database
        .with("Looking for ended runs", connection -> new Statement(ENDED, runs).on(connection))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false))
        .map(rows -> new EndedRuns(rows.map(Endings::ended).flatMap(Optional::stream).toList()));
  }

  private static Optional<RunEvent.RunEnded> ended(Row row) {
    UUID runId = row.getUUID("run_id");
    return Optional.of(JournalJson.entry(row.getString("checkpoint")))
        .filter(Entry.AnswerGiven.class::isInstance)
        .map(Entry.AnswerGiven.class::cast)
        .map(
            answer ->
                new RunEvent.RunEnded(
                    runId,
                    Cursor.of(row.getLong("checkpoint_id")),
                    answer.outcome(),
                    runId + ":" + row.getString("step"),
                    answer.answer()));
  }
}
