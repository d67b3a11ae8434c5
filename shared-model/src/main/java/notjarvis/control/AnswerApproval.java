package notjarvis.control;

import java.util.UUID;

/**
 * Answers a request for approval. Answered with {@link Controlled}, and again so when the same
 * answer stands already; NOT_FOUND when there is no such approval of this owner, CONFLICT when
 * there is another answer or none is waited for any more.
 */
public record AnswerApproval(String ownerId, UUID approvalId, boolean granted) {}
