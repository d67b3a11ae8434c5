package notjarvis.action;

import notjarvis.thread.ThreadKey;

/**
 * Asks an executor to carry out an action; it answers with an {@link Observation}.
 *
 * @param thread whose run this is
 * @param action what to do
 * @param planner who orders it, and is asked for {@link Permission} before it leaves a trace
 */
public record ExecuteAction(ThreadKey thread, Action action, String planner) {}
