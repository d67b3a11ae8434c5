package notjarvis.history;

import notjarvis.journal.ThreadState;

/** The complete state of a thread, with all that was journaled up to a checkpoint applied. */
public record StateAt(long checkpointId, ThreadState state) {}
