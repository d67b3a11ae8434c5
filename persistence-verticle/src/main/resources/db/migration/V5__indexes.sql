-- What a fork and a deletion look for, the list of threads, and what is old.
CREATE INDEX run_thread ON notjarvis.run (thread);
CREATE INDEX thread_owner_updated ON notjarvis.thread (owner_id, updated_at, id);
CREATE INDEX thread_updated ON notjarvis.thread (updated_at);
