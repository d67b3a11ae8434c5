package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.journal.AcceptGoal;
import notjarvis.journal.Entry;
import notjarvis.journal.GoalAccepted;
import notjarvis.journal.NewCheckpoint;
import notjarvis.persistence.Database.Statement;
import org.jspecify.annotations.Nullable;

/** Makes goals durable. */
final class Goals {

  /** Makes the thread if need be and locks it: $1 owner, $2 thread id, $3 run. */
  private static final String LOCK_THREAD_FOR_GOAL =
      """
      INSERT INTO notjarvis.thread (owner_id, thread_id)
      SELECT $1::text, $2::text
      WHERE NOT EXISTS (SELECT FROM notjarvis.run WHERE run_id = $3)
      ON CONFLICT (owner_id, thread_id) DO UPDATE SET head = thread.head
      """;

  /**
   * Accepts a goal in a locked thread, and claims its run if nobody is before it. A run that is
   * known already changes nothing. $1 owner, $2 thread id, $3 run, $4 goal, $5 planner, $6
   * checkpoint, $7 metadata, $8 append key.
   */
  private static final String ACCEPT_GOAL =
      """
      WITH place AS (
        SELECT t.id AS thread, t.head + 1 AS checkpoint_id, NOT EXISTS (
          SELECT FROM notjarvis.run r
          WHERE r.thread = t.id AND r.status IN ('running', 'accepted')) AS free
        FROM notjarvis.thread t
        WHERE t.owner_id = $1 AND t.thread_id = $2
      ), accepted AS (
        INSERT INTO notjarvis.run (run_id, owner_id, thread, goal, input_checkpoint,
                         status, lease_owner, lease_epoch, begun_at)
        SELECT $3::uuid, $1::text, thread, $4::text, checkpoint_id,
               CASE WHEN free THEN 'running' ELSE 'accepted' END, CASE WHEN free THEN $5::text END,
               CASE WHEN free THEN 1 ELSE 0 END, CASE WHEN free THEN now() END
        FROM place
        ON CONFLICT (run_id) DO NOTHING
        RETURNING thread, input_checkpoint AS checkpoint_id
      ), numbered AS (
        UPDATE notjarvis.thread t SET head = a.checkpoint_id FROM accepted a WHERE t.id = a.thread
      )
      INSERT INTO notjarvis.checkpoint (thread, checkpoint_id, parent_checkpoint_id,
                              run_id, node, append_key, checkpoint, metadata)
      SELECT thread, checkpoint_id, nullif(checkpoint_id - 1, 0),
             $3::uuid, 'input', $8::text, $6::text::jsonb, $7::text::jsonb
      FROM accepted
      """;

  private static final long BEFORE_THE_FIRST = 0;

  private final Database database;

  Goals(Database database) {
    this.database = database;
  }

  Future<GoalAccepted> accept(AcceptGoal goal) {
    String subject = "Accepting run " + goal.runId() + " of " + goal.thread();
    return database.with(subject, connection -> accept(connection, goal));
  }

  private static Future<GoalAccepted> accept(SqlConnection connection, AcceptGoal goal) {
    return Database.transaction(connection, lock(goal), insert(goal))
        .compose(done -> standing(connection, goal))
        .compose(standing -> answer(goal, standing));
  }

  private static Statement lock(AcceptGoal goal) {
    Tuple values = Tuple.of(goal.thread().ownerId(), goal.thread().threadId(), goal.runId());
    return new Statement(LOCK_THREAD_FOR_GOAL, values);
  }

  private static Statement insert(AcceptGoal goal) {
    Entry entry = new Entry.GoalGiven(goal.start().goal());
    NewCheckpoint input = NewCheckpoint.of(0, entry, goal.metadata());
    Tuple values =
        Tuple.tuple()
            .addString(goal.thread().ownerId())
            .addString(goal.thread().threadId())
            .addUUID(goal.runId())
            .addString(JournalJson.clean(goal.start().goal()))
            .addString(goal.plannerId())
            .addString(JournalJson.write(entry))
            .addString(JournalJson.write(goal.metadata(), entry.node(), goal.runId()))
            .addString(input.appendKey());
    return new Statement(ACCEPT_GOAL, values);
  }

  private static Future<@Nullable Standing> standing(SqlConnection connection, AcceptGoal goal) {
    return Standing.read(connection, goal.runId(), goal.plannerId(), BEFORE_THE_FIRST);
  }

  private static Future<GoalAccepted> answer(AcceptGoal goal, @Nullable Standing standing) {
    if (standing == null || !standing.isOf(goal)) {
      return Future.failedFuture(
          new Failure(FailureCode.CONFLICT, "Another goal has this run id: choose a new one."));
    }
    return Future.succeededFuture(standing.accepted());
  }
}
