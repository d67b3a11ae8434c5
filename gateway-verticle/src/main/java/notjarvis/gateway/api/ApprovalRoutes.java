package notjarvis.gateway.api;

import io.vertx.ext.web.RoutingContext;
import notjarvis.bus.Bus;
import notjarvis.control.AnswerApproval;
import notjarvis.control.Controls;
import notjarvis.control.ListApprovals;
import notjarvis.control.ReadApproval;
import notjarvis.gateway.auth.SignIn;
import notjarvis.gateway.http.JsonBody;

/** {@code /v1/approvals}: what waits for an owner's yes, and the answer. */
final class ApprovalRoutes {
  private static final String APPROVED = "approved";

  private final Bus bus;

  ApprovalRoutes(Bus bus) {
    this.bus = bus;
  }

  void list(RoutingContext ctx) {
    Answers.ok(ctx, bus.ask(Controls.APPROVALS, new ListApprovals(SignIn.owner(ctx))));
  }

  void read(RoutingContext ctx) {
    ReadApproval question = new ReadApproval(SignIn.owner(ctx), Asked.id(ctx));
    Answers.ok(ctx, bus.ask(Controls.APPROVAL, question));
  }

  void answer(RoutingContext ctx) {
    JsonBody body = JsonBody.read(ctx.body().buffer(), APPROVED);
    AnswerApproval question =
        new AnswerApproval(SignIn.owner(ctx), Asked.id(ctx), body.yesNo(APPROVED));
    Answers.ok(ctx, bus.ask(Controls.ANSWER, question));
  }
}
