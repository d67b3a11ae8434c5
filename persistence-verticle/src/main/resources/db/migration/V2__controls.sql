-- What people say of runs, what waits for their yes, and what keeps reading cheap.

ALTER TABLE notjarvis.thread
  ADD updated_at timestamptz NOT NULL DEFAULT now(), -- of its newest checkpoint
  DROP CONSTRAINT thread_forked_from_fkey,
  ADD CONSTRAINT thread_forked_from_fkey FOREIGN KEY (forked_from)
    REFERENCES notjarvis.thread ON DELETE SET NULL;  -- a fork outlives what it came from
CREATE INDEX thread_forked_from ON notjarvis.thread (forked_from) WHERE forked_from IS NOT NULL;

UPDATE notjarvis.thread t
SET updated_at = coalesce((SELECT c.created_at FROM notjarvis.checkpoint c
                           WHERE c.thread = t.id AND c.checkpoint_id = t.head), t.created_at),
    title = coalesce(t.title, (SELECT left(regexp_replace(btrim(r.goal), '\s+', ' ', 'g'), 80)
                               FROM notjarvis.run r WHERE r.thread = t.id
                               ORDER BY r.input_checkpoint LIMIT 1));

ALTER TABLE notjarvis.run
  ADD controls        integer NOT NULL DEFAULT 0,     -- how many of its checkpoints are controls
  ADD cancel_asked    boolean NOT NULL DEFAULT false,
  ADD last_checkpoint bigint  NOT NULL DEFAULT 0;     -- the newest of its own

UPDATE notjarvis.run r
SET last_checkpoint = coalesce((SELECT max(c.checkpoint_id) FROM notjarvis.checkpoint c
                                WHERE c.run_id = r.run_id AND c.thread = r.thread), 0);

DROP INDEX notjarvis.run_waiting;
CREATE INDEX run_open ON notjarvis.run (thread, input_checkpoint)
  WHERE status IN ('accepted', 'running', 'parked');

-- A run belongs to one thread, in a fork as well. Its checkpoints are looked up by it alone: with the
-- thread beside it, the server may prefer to read the whole thread.
ALTER TABLE notjarvis.checkpoint
  DROP CONSTRAINT checkpoint_append_key,
  ADD CONSTRAINT checkpoint_append_key UNIQUE (run_id, append_key);

-- What a goal was accepted as, for whoever asks again: a run of its own, or words for another one.
CREATE TABLE notjarvis.request (
  request_id      uuid   PRIMARY KEY,                 -- the run id that was asked for
  owner_id        text   NOT NULL,
  idempotency_key text,
  thread          bigint NOT NULL REFERENCES notjarvis.thread,
  goal            text   NOT NULL,
  on_busy         text   NOT NULL,
  run_id          uuid   NOT NULL REFERENCES notjarvis.run, -- the run that works on it
  checkpoint_id   bigint NOT NULL,                    -- where it stands in the thread
  steered         boolean NOT NULL,
  CONSTRAINT request_idempotency_key UNIQUE (owner_id, idempotency_key)
);
CREATE INDEX request_thread ON notjarvis.request (thread);
CREATE INDEX request_run ON notjarvis.request (run_id);

INSERT INTO notjarvis.request
SELECT run_id, owner_id, idempotency_key, thread, goal, 'enqueue', run_id, input_checkpoint, false
FROM notjarvis.run;

DROP INDEX notjarvis.run_idempotency_key;
ALTER TABLE notjarvis.run DROP COLUMN idempotency_key;

CREATE TABLE notjarvis.approval (
  approval_id uuid        PRIMARY KEY,
  owner_id    text        NOT NULL,
  thread      bigint      NOT NULL REFERENCES notjarvis.thread,
  run_id      uuid        NOT NULL REFERENCES notjarvis.run,
  step        integer     NOT NULL,
  say         text        NOT NULL,
  action      jsonb       NOT NULL,                   -- exactly what would be done
  executor    text        NOT NULL,                   -- by this instance
  action_hash text        NOT NULL,                   -- of both
  why         text        NOT NULL,
  asked_at    timestamptz NOT NULL DEFAULT now(),
  expires_at  timestamptz NOT NULL,
  answered_at timestamptz,
  verdict     text        CHECK (verdict IN ('granted', 'denied', 'expired', 'superseded')),
  answered_by text                                    -- null when nobody did
);
CREATE UNIQUE INDEX approval_open ON notjarvis.approval (run_id) WHERE verdict IS NULL;
CREATE INDEX approval_due ON notjarvis.approval (expires_at) WHERE verdict IS NULL;
CREATE INDEX approval_owner ON notjarvis.approval (owner_id, asked_at) WHERE verdict IS NULL;
CREATE INDEX approval_thread ON notjarvis.approval (thread);
CREATE INDEX approval_run ON notjarvis.approval (run_id);

-- As much of a thread's state as is needed to go on from a checkpoint. It can be made anew from the
-- checkpoints at any time; a newer one takes its place.
CREATE TABLE notjarvis.snapshot (
  thread        bigint PRIMARY KEY REFERENCES notjarvis.thread,
  checkpoint_id bigint NOT NULL,
  state         jsonb  NOT NULL
);

CREATE TABLE notjarvis.blob (
  owner_id   text        NOT NULL,
  sha256     text        NOT NULL,
  media_type text        NOT NULL,
  bytes      bytea       NOT NULL,
  kept_at    timestamptz NOT NULL DEFAULT now(),      -- when they were last handed in
  PRIMARY KEY (owner_id, sha256)
);
CREATE INDEX blob_kept_at ON notjarvis.blob (kept_at);
