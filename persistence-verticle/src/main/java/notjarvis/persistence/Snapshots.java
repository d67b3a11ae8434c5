package notjarvis.persistence;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Claim;
import notjarvis.journal.GoalAccepted;
import notjarvis.journal.Lease;
import notjarvis.json.Json;

/**
 * Keeps what there is to load for a turn from growing with the conversation. A snapshot is no truth
 * of its own: losing one costs time, nothing else.
 */
final class Snapshots {
  /** A tail of so many checkpoints is folded into a new snapshot. */
  static final int LONG_TAIL = 32;

  /** Takes the place of an older one: $1 owner, $2 thread id, $3 checkpoint, $4 state. */
  private static final String RENEW =
      """
      INSERT INTO notjarvis.snapshot AS s (thread, checkpoint_id, state)
      SELECT t.id, $3, $4::text::jsonb
      FROM notjarvis.thread t WHERE t.owner_id = $1 AND t.thread_id = $2
      ON CONFLICT (thread) DO UPDATE
      SET checkpoint_id = excluded.checkpoint_id, state = excluded.state
      WHERE s.checkpoint_id < excluded.checkpoint_id
      """;

  private final Database database;

  Snapshots(Database database) {
    this.database = database;
  }

  /** Makes a new one if the claim had a long tail. Nobody waits for it. */
  void renew(GoalAccepted accepted) {
    if (accepted instanceof GoalAccepted.Claimed claimed) {
      renew(claimed.claim());
    }
  }

  /** Makes a new one if the claim had a long tail. Nobody waits for it. */
  void renew(Claim claim) {
    List<Checkpoint> tail = claim.tail();
    if (tail.size() < LONG_TAIL) {
      return;
    }
    Lease lease = claim.lease();
    Tuple values =
        Tuple.of(
            lease.thread().ownerId(),
            lease.thread().threadId(),
            tail.get(tail.size() - 1).checkpointId(),
            Json.write(Gist.of(claim.state())));
    database.with(
        "Keeping the state of " + lease.thread(),
        connection -> new Statement(RENEW, values).on(connection));
  }
}
