package notjarvis.control;

import java.util.UUID;

/**
 * Asks for one approval, whatever became of it. Answered with {@link ApprovalView}; NOT_FOUND when
 * there is none of this owner.
 */
public record ReadApproval(String ownerId, UUID approvalId) {}
