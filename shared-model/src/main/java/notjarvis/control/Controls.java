package notjarvis.control;

import java.time.Duration;
import notjarvis.bus.Channel;

/** The addresses at which persistence takes what a person says of runs. */
public final class Controls {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  public static final Channel<CancelRun, Controlled> CANCEL =
      new Channel<>("control.cancel", CancelRun.class, Controlled.class, PATIENCE);

  public static final Channel<SteerRun, Controlled> STEER =
      new Channel<>("control.steer", SteerRun.class, Controlled.class, PATIENCE);

  public static final Channel<AnswerApproval, Controlled> ANSWER =
      new Channel<>("control.answer", AnswerApproval.class, Controlled.class, PATIENCE);

  public static final Channel<ListApprovals, Approvals> APPROVALS =
      new Channel<>("control.approvals", ListApprovals.class, Approvals.class, PATIENCE);

  public static final Channel<ReadApproval, ApprovalView> APPROVAL =
      new Channel<>("control.approval", ReadApproval.class, ApprovalView.class, PATIENCE);

  private Controls() {}
}
