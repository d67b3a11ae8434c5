package notjarvis.json;

import static notjarvis.json.Golden.APPROVAL;
import static notjarvis.json.Golden.APPROVAL_JSON;
import static notjarvis.json.Golden.ID;
import static notjarvis.json.Golden.RUN;
import static notjarvis.json.Golden.RUN_JSON;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import notjarvis.control.AnswerApproval;
import notjarvis.control.ApprovalView;
import notjarvis.control.Approvals;
import notjarvis.control.CancelRun;
import notjarvis.control.Controlled;
import notjarvis.control.ListApprovals;
import notjarvis.control.ReadApproval;
import notjarvis.control.SteerRun;
import notjarvis.run.RunStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person says of runs. */
class GoldenControlMessagesTest {
  private static final Instant ASKED = Instant.parse("2026-11-23T10:00:00Z");

  static Stream<Arguments> controlMessages() {
    String view =
        "{'approval':"
            + APPROVAL_JSON
            + ",'threadId':'t',"
            + RUN_JSON
            + ",'askedAt':'2026-11-23T10:00:00Z'";
    return Stream.of(
        Golden.of(new CancelRun("ann", RUN), "{'ownerId':'ann'," + RUN_JSON + "}"),
        Golden.of(
            new SteerRun("ann", RUN, new UUID(0, 8), "not that"),
            "{'ownerId':'ann',"
                + RUN_JSON
                + ",'steerId':'00000000-0000-0000-0000-000000000008','words':'not that'}"),
        Golden.of(
            new Controlled(RUN, 9, RunStatus.PARKED),
            "{" + RUN_JSON + ",'checkpointId':9,'status':'parked'}"),
        Golden.of(
            new AnswerApproval("ann", RUN, true),
            "{'ownerId':'ann','approvalId':'" + ID + "','granted':true}"),
        Golden.of(new ListApprovals("ann"), "{'ownerId':'ann'}"),
        Golden.of(new ReadApproval("ann", RUN), "{'ownerId':'ann','approvalId':'" + ID + "'}"),
        Golden.of(
            new Approvals(List.of(new ApprovalView(APPROVAL, "t", RUN, ASKED, null, null))),
            "{'approvals':[" + view + "}]}"),
        Golden.of(
            new ApprovalView(APPROVAL, "t", RUN, ASKED, ASKED, "ann"),
            view + ",'answeredAt':'2026-11-23T10:00:00Z','answeredBy':'ann'}"));
  }

  @ParameterizedTest
  @MethodSource("controlMessages")
  void everyMessageIsWrittenAndReadAsItsGoldenJson(Object message, Class<?> type, String json) {
    Golden.check(message, type, json);
  }
}
