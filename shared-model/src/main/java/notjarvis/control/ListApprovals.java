package notjarvis.control;

/** Asks for the approvals of an owner that wait for an answer. Answered with {@link Approvals}. */
public record ListApprovals(String ownerId) {}
