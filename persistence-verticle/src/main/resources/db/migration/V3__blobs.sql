-- Which checkpoints name a blob: it is kept for as long as there is one. Few checkpoints do.
CREATE INDEX checkpoint_blob ON notjarvis.checkpoint ((checkpoint #>> '{observation,blob,sha256}'))
  WHERE checkpoint #>> '{observation,blob,sha256}' IS NOT NULL;
