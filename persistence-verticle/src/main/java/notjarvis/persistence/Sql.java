package notjarvis.persistence;

/**
 * Every statement there is. A thread is always locked before its runs, so that nobody waits for
 * each other in a circle.
 */
final class Sql {
  /** Which server it is, and that the tables are there. */
  static final String SERVER =
      "SELECT 'PostgreSQL ' || current_setting('server_version'), EXISTS (SELECT FROM notjarvis.run)";

  /** Makes the thread if need be and locks it: $1 owner, $2 thread id, $3 run. */
  static final String LOCK_THREAD_FOR_GOAL =
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
  static final String ACCEPT_GOAL =
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

  /** Locks the thread of a run: $1 run. */
  static final String LOCK_THREAD_OF_RUN =
      """
      SELECT FROM notjarvis.thread
      WHERE id = (SELECT thread FROM notjarvis.run WHERE run_id = $1)
      FOR NO KEY UPDATE
      """;

  /**
   * Claims a run in a locked thread: one whose turn it is, or one of an owner who is gone. $1 run,
   * $2 planner, $3 the epoch of the owner who is gone.
   */
  static final String CLAIM_RUN =
      """
      UPDATE notjarvis.run r
      SET status = 'running', lease_owner = $2, lease_epoch = r.lease_epoch + 1,
          begun_at = coalesce(r.begun_at, now())
      WHERE r.run_id = $1 AND CASE
        WHEN $3::bigint IS NOT NULL THEN r.status = 'running' AND r.lease_epoch = $3
        ELSE r.status = 'accepted' AND NOT EXISTS (
          SELECT FROM notjarvis.run other
          WHERE other.thread = r.thread
            AND (other.status = 'running'
                 OR other.status = 'accepted' AND other.input_checkpoint < r.input_checkpoint))
        END
      """;

  /**
   * How a run stands, with its history if the planner holds it: the last 200 checkpoints. What
   * waits behind it is not history yet; its own goal always is. $1 run, $2 planner, $3 the epoch
   * before the planner's, if known.
   */
  static final String STANDING =
      """
      WITH standing AS (
        SELECT t.owner_id, t.thread_id, r.thread, r.goal, r.input_checkpoint, r.lease_epoch,
               r.status = 'running' AND r.lease_owner = $2
                 AND ($3::bigint IS NULL OR r.lease_epoch = $3 + 1) AS held
        FROM notjarvis.run r
        JOIN notjarvis.thread t ON t.id = r.thread
        WHERE r.run_id = $1
      )
      SELECT s.owner_id, s.thread_id, s.goal, s.input_checkpoint, s.lease_epoch,
             c.checkpoint_id, c.parent_checkpoint_id, c.run_id,
             c.checkpoint::text AS checkpoint, c.metadata::text AS metadata
      FROM standing s
      LEFT JOIN LATERAL (
        (SELECT past.checkpoint_id FROM notjarvis.checkpoint past
         WHERE s.held AND past.thread = s.thread AND NOT EXISTS (
           SELECT FROM notjarvis.run other
           WHERE other.run_id = past.run_id AND other.status = 'accepted')
         ORDER BY past.checkpoint_id DESC LIMIT 200)
        UNION
        SELECT s.input_checkpoint WHERE s.held
      ) history ON true
      LEFT JOIN notjarvis.checkpoint c
        ON c.thread = s.thread AND c.checkpoint_id = history.checkpoint_id
      ORDER BY c.checkpoint_id
      """;

  /**
   * Appends checkpoints under a lease, all or none, and ends the run if asked to. Returns a number
   * for each in the order asked; nulls where the lease does not hold.
   *
   * <p>{@code lease} is the fence: it waits for the row locks and then looks at the newest versions
   * of both rows, so an epoch that changed meanwhile is seen. What is known already is looked up as
   * of the statement's beginning: a twin of this append that was under way makes it fail on {@code
   * checkpoint_append_key}, and asking again answers.
   *
   * <p>$1 run, $2 planner, $3 epoch, $4 append keys, $5 nodes, $6 checkpoints, $7 metadata, $8 the
   * status that ends the run.
   */
  static final String APPEND =
      """
      WITH asked AS (
        SELECT append_key, node, checkpoint::jsonb, metadata::jsonb, position
        FROM unnest($4::text[], $5::text[], $6::text[], $7::text[])
             WITH ORDINALITY AS a (append_key, node, checkpoint, metadata, position)
      ), lease AS (
        SELECT t.id AS thread, r.run_id, r.status = 'running' AS active
        FROM notjarvis.thread t JOIN notjarvis.run r ON r.thread = t.id
        WHERE r.run_id = $1 AND r.lease_owner = $2 AND r.lease_epoch = $3
        FOR NO KEY UPDATE OF t, r
      ), known AS (
        SELECT c.append_key, c.checkpoint_id
        FROM lease l
        JOIN notjarvis.checkpoint c ON c.run_id = l.run_id AND c.thread = l.thread
        WHERE c.append_key = ANY ($4)
      ), fresh AS (
        SELECT a.*, row_number() OVER (ORDER BY a.position) AS place
        FROM asked a
        WHERE a.append_key NOT IN (SELECT append_key FROM known)
      ), total AS (
        SELECT count(*) AS checkpoints,
               coalesce(sum((metadata -> 'usage' ->> 'inputTokens')::bigint), 0) AS input_tokens,
               coalesce(sum((metadata -> 'usage' ->> 'outputTokens')::bigint), 0) AS output_tokens,
               coalesce(sum((metadata -> 'usage' ->> 'modelCalls')::bigint), 0) AS model_calls
        FROM fresh
      ), numbered AS (
        UPDATE notjarvis.thread t SET head = t.head + n.checkpoints
        FROM lease l, total n
        WHERE t.id = l.thread AND l.active AND n.checkpoints > 0
        RETURNING t.id AS thread, t.head - n.checkpoints AS head
      ), written AS (
        INSERT INTO notjarvis.checkpoint (thread, checkpoint_id, parent_checkpoint_id,
                                run_id, node, append_key, checkpoint, metadata)
        SELECT t.thread, t.head + f.place, nullif(t.head + f.place - 1, 0),
               $1, f.node, f.append_key, f.checkpoint, f.metadata
        FROM numbered t, fresh f
        RETURNING append_key, checkpoint_id
      ), counted AS (
        UPDATE notjarvis.run r
        SET status = coalesce($8::text, r.status),
            ended_at = CASE WHEN $8::text IS NULL THEN r.ended_at ELSE now() END,
            input_tokens = r.input_tokens + n.input_tokens,
            output_tokens = r.output_tokens + n.output_tokens,
            model_calls = r.model_calls + n.model_calls
        FROM lease l, total n
        WHERE r.run_id = l.run_id AND l.active
          AND ($8::text IS NOT NULL OR n.input_tokens + n.output_tokens + n.model_calls > 0)
      )
      SELECT coalesce(k.checkpoint_id, w.checkpoint_id) AS checkpoint_id
      FROM asked a
      LEFT JOIN known k USING (append_key)
      LEFT JOIN written w USING (append_key)
      ORDER BY a.position
      """;

  /** The run that waits longest in the thread of a run, if the thread is free: $1 run. */
  static final String NEXT_RUN =
      """
      SELECT next.run_id
      FROM notjarvis.run ended
      JOIN notjarvis.run next ON next.thread = ended.thread AND next.status = 'accepted'
      WHERE ended.run_id = $1 AND NOT EXISTS (
        SELECT FROM notjarvis.run other
        WHERE other.thread = ended.thread AND other.status = 'running')
      ORDER BY next.input_checkpoint LIMIT 1
      """;

  /** The runs whose turn it is in a thread where nothing runs, the oldest of each thread. */
  static final String ADRIFT =
      """
      SELECT DISTINCT ON (r.thread) r.run_id
      FROM notjarvis.run r
      WHERE r.status = 'accepted' AND NOT EXISTS (
        SELECT FROM notjarvis.run other WHERE other.thread = r.thread AND other.status = 'running')
      ORDER BY r.thread, r.input_checkpoint
      """;

  /** Beats once and tells how the owners of all running runs beat: $1 planner. */
  static final String BEAT =
      """
      WITH beaten AS (
        INSERT INTO notjarvis.planner_heartbeat AS h (planner_id, beat) VALUES ($1, 1)
        ON CONFLICT (planner_id) DO UPDATE SET beat = h.beat + 1
      )
      SELECT r.run_id, t.owner_id, t.thread_id, r.lease_owner, r.lease_epoch,
             coalesce(h.beat, 0) AS beat
      FROM notjarvis.run r
      JOIN notjarvis.thread t ON t.id = r.thread
      LEFT JOIN notjarvis.planner_heartbeat h ON h.planner_id = r.lease_owner
      WHERE r.status = 'running'
      ORDER BY r.accepted_at
      """;

  private Sql() {}
}
