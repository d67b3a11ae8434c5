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
    return new Statement(Sql.LOCK_THREAD_FOR_GOAL, values);
  }

  private static Statement insert(AcceptGoal goal) {
    Entry entry = new Entry.GoalGiven(goal.goal());
    NewCheckpoint input = NewCheckpoint.of(0, entry, goal.metadata());
    Tuple values =
        Tuple.tuple()
            .addString(goal.thread().ownerId())
            .addString(goal.thread().threadId())
            .addUUID(goal.runId())
            .addString(JournalJson.clean(goal.goal()))
            .addString(goal.plannerId())
            .addString(JournalJson.write(entry))
            .addString(JournalJson.write(goal.metadata(), entry.node(), goal.runId()))
            .addString(input.appendKey());
    return new Statement(Sql.ACCEPT_GOAL, values);
  }

  private static Future<@Nullable Standing> standing(SqlConnection connection, AcceptGoal goal) {
    return Standing.read(connection, goal.runId(), goal.plannerId(), BEFORE_THE_FIRST);
  }

  private static Future<GoalAccepted> answer(AcceptGoal goal, @Nullable Standing standing) {
    if (standing == null || !standing.thread().equals(goal.thread())) {
      return Future.failedFuture(
          new Failure(FailureCode.CONFLICT, "Another goal has this run id: choose a new one."));
    }
    return Future.succeededFuture(new GoalAccepted(standing.inputCheckpoint(), standing.claim()));
  }
}
