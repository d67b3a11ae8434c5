package notjarvis.gateway.api;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import notjarvis.bus.Bus;
import notjarvis.gateway.auth.SignIn;
import notjarvis.gateway.http.JsonBody;
import notjarvis.history.ForkThread;
import notjarvis.history.Forked;
import notjarvis.history.Histories;
import notjarvis.history.ListThreads;
import notjarvis.history.ReadState;
import notjarvis.history.ReadThread;

/** {@code /v1/threads}: what an owner's threads hold, now and at any checkpoint. */
final class ThreadRoutes {
  private static final int USUAL_THREADS = 50;
  private static final int MOST_THREADS = 200;
  private static final int USUAL_CHECKPOINTS = 100;
  private static final int MOST_CHECKPOINTS = 500;

  private final Bus bus;

  ThreadRoutes(Bus bus) {
    this.bus = bus;
  }

  void list(RoutingContext ctx) {
    ListThreads question =
        new ListThreads(
            SignIn.owner(ctx),
            Asked.mark(ctx, "before"),
            Asked.limit(ctx, USUAL_THREADS, MOST_THREADS));
    Answers.ok(ctx, bus.ask(Histories.THREADS, question).map(Listing::of));
  }

  /** The newest stretch of a thread, or the one before a checkpoint. */
  void read(RoutingContext ctx) {
    ReadThread question =
        new ReadThread(
            Asked.thread(ctx),
            Asked.checkpoint(ctx, "before"),
            Asked.limit(ctx, USUAL_CHECKPOINTS, MOST_CHECKPOINTS));
    Answers.ok(ctx, bus.ask(Histories.THREAD, question).map(Stretch::of));
  }

  void state(RoutingContext ctx) {
    ReadState question = new ReadState(Asked.thread(ctx), Asked.checkpoint(ctx, "checkpoint"));
    Answers.ok(ctx, bus.ask(Histories.STATE, question));
  }

  void fork(RoutingContext ctx) {
    JsonBody body = JsonBody.read(ctx.body().buffer(), "checkpoint", "thread_id");
    ForkThread question =
        new ForkThread(
            UUID.randomUUID(),
            Asked.thread(ctx),
            body.checkpoint("checkpoint"),
            body.threadId("thread_id"));
    bus.ask(Histories.FORK, question).onSuccess(forked -> forked(ctx, forked)).onFailure(ctx::fail);
  }

  private static void forked(RoutingContext ctx, Forked forked) {
    Answers.created(ctx, "/v1/threads/" + forked.thread().threadId(), forked.thread());
  }
}
