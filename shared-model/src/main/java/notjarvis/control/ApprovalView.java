package notjarvis.control;

import java.time.Instant;
import java.util.UUID;
import notjarvis.journal.Approval;
import org.jspecify.annotations.Nullable;

/**
 * An approval as its owner sees it.
 *
 * @param approval what is asked, and the verdict if there is one
 * @param threadId the conversation it belongs to
 * @param answeredBy the owner who answered; null when nobody did
 */
public record ApprovalView(
    Approval approval,
    String threadId,
    UUID runId,
    Instant askedAt,
    @Nullable Instant answeredAt,
    @Nullable String answeredBy) {}
