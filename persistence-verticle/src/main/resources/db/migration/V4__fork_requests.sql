-- By what a fork that is asked for again is known; null for a thread that is no fork.
ALTER TABLE notjarvis.thread ADD fork_request uuid;
