package notjarvis.action;

import notjarvis.thread.ThreadKey;

/**
 * Asks an executor to carry out an action; it answers with an {@link Observation}.
 *
 * @param thread whose run this is
 * @param action what to do
 */
public record ExecuteAction(ThreadKey thread, Action action) {}
