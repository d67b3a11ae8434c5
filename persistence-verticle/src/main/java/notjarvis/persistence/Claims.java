package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import notjarvis.journal.ClaimRun;
import notjarvis.journal.RunClaimed;
import notjarvis.persistence.Database.Statement;
import org.jspecify.annotations.Nullable;

/** Hands out runs: those whose turn it is, and those whose owner is gone. */
final class Claims {
  private final Database database;

  Claims(Database database) {
    this.database = database;
  }

  /** A claim whose answer was lost is answered again, for as long as it holds. */
  Future<RunClaimed> claim(ClaimRun wanted) {
    String subject = "Claiming run " + wanted.runId();
    return database.with(subject, connection -> claim(connection, wanted));
  }

  private static Future<RunClaimed> claim(SqlConnection connection, ClaimRun wanted) {
    Statement lock = new Statement(Sql.LOCK_THREAD_OF_RUN, Tuple.of(wanted.runId()));
    Tuple values = Tuple.of(wanted.runId(), wanted.plannerId(), wanted.takenFromEpoch());
    Statement claim = new Statement(Sql.CLAIM_RUN, values);
    return Database.transaction(connection, lock, claim)
        .compose(done -> standing(connection, wanted))
        .map(standing -> new RunClaimed(standing == null ? null : standing.claim()));
  }

  private static Future<@Nullable Standing> standing(SqlConnection connection, ClaimRun wanted) {
    return Standing.read(connection, wanted.runId(), wanted.plannerId(), wanted.takenFromEpoch());
  }
}
