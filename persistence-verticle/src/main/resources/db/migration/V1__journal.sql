-- The journal. Whoever writes a thread's checkpoints or changes who owns one of its runs
-- holds the lock of the thread's row while doing so.
--
-- All names are qualified, here and in every statement: behind a pooler there is no session whose
-- search path could be relied upon.

CREATE TABLE notjarvis.thread (
  id                bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  owner_id          text        NOT NULL,
  thread_id         text        NOT NULL,            -- chosen by the client, so it is its owner's alone
  head              bigint      NOT NULL DEFAULT 0,  -- the number of the newest checkpoint
  title             text,
  forked_from       bigint      REFERENCES notjarvis.thread,
  forked_checkpoint bigint,
  created_at        timestamptz NOT NULL DEFAULT now(),
  UNIQUE (owner_id, thread_id)
);

CREATE TABLE notjarvis.run (
  run_id           uuid        PRIMARY KEY,
  owner_id         text        NOT NULL,             -- its thread's
  thread           bigint      NOT NULL REFERENCES notjarvis.thread,
  goal             text        NOT NULL,
  input_checkpoint bigint      NOT NULL,             -- its place in the thread, and so its turn
  status           text        NOT NULL CHECK (status IN (
                     'accepted', 'running', 'parked', 'finished', 'failed', 'cancelled', 'superseded')),
  idempotency_key  text,
  lease_owner      text,                             -- the planner that works on it, or did last
  lease_epoch      bigint      NOT NULL DEFAULT 0,   -- rises with every change of owner
  input_tokens     bigint      NOT NULL DEFAULT 0,
  output_tokens    bigint      NOT NULL DEFAULT 0,
  model_calls      bigint      NOT NULL DEFAULT 0,
  accepted_at      timestamptz NOT NULL DEFAULT now(),
  begun_at         timestamptz,
  ended_at         timestamptz
);

CREATE UNIQUE INDEX run_active ON notjarvis.run (thread) WHERE status = 'running';
CREATE INDEX run_waiting ON notjarvis.run (thread, input_checkpoint) WHERE status = 'accepted';
CREATE UNIQUE INDEX run_idempotency_key ON notjarvis.run (owner_id, idempotency_key)
  WHERE idempotency_key IS NOT NULL;

CREATE TABLE notjarvis.checkpoint (
  thread               bigint      NOT NULL REFERENCES notjarvis.thread,
  checkpoint_id        bigint      NOT NULL,
  parent_checkpoint_id bigint,
  run_id               uuid        NOT NULL REFERENCES notjarvis.run,
  node                 text        NOT NULL,
  append_key           text        NOT NULL,         -- the same thing is not written twice
  checkpoint           jsonb       NOT NULL,         -- what changed
  metadata             jsonb       NOT NULL,
  created_at           timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (thread, checkpoint_id),
  CONSTRAINT checkpoint_append_key UNIQUE (run_id, append_key, thread)  -- a fork has copies
);

CREATE TABLE notjarvis.planner_heartbeat (
  planner_id text   PRIMARY KEY,
  beat       bigint NOT NULL
);
