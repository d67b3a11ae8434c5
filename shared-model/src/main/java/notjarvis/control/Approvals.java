package notjarvis.control;

import java.util.List;

/** The answer to {@link ListApprovals}, the oldest first. */
public record Approvals(List<ApprovalView> approvals) {
  public Approvals {
    approvals = List.copyOf(approvals);
  }
}
