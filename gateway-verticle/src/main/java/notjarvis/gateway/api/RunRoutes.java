package notjarvis.gateway.api;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import notjarvis.bus.Bus;
import notjarvis.control.CancelRun;
import notjarvis.control.Controls;
import notjarvis.control.SteerRun;
import notjarvis.gateway.agui.AguiDialect;
import notjarvis.gateway.auth.SignIn;
import notjarvis.gateway.http.IdempotencyKey;
import notjarvis.gateway.http.JsonBody;
import notjarvis.gateway.run.Dialect;
import notjarvis.gateway.run.EventId;
import notjarvis.gateway.run.Place;
import notjarvis.gateway.run.Resuming;
import notjarvis.gateway.run.RunStarter;
import notjarvis.gateway.run.RunStreams;
import notjarvis.history.Histories;
import notjarvis.history.ReadRun;
import notjarvis.history.RunHistory;
import notjarvis.json.Json;
import notjarvis.run.RunAccepted;
import notjarvis.run.RunAccepted.Reception;
import notjarvis.run.StartRun;
import org.jspecify.annotations.Nullable;

/** {@code /v1/runs}, and how a run is begun: to be followed, stopped and redirected. */
final class RunRoutes {
  private static final String GOAL = "goal";
  private static final String WORDS = "words";
  private static final Dialect.Maker AGUI = AguiDialect::new;

  private final Bus bus;
  private final RunStarter starter;
  private final RunStreams streams;
  private final int goalLimit;

  RunRoutes(Bus bus, RunStarter starter, RunStreams streams, int goalLimit) {
    this.bus = bus;
    this.starter = starter;
    this.streams = streams;
    this.goalLimit = goalLimit;
  }

  /**
   * A run as it was begun, or joined.
   *
   * @param cursor the event after which what comes of the goal is told
   */
  record Begun(UUID runId, String threadId, Reception reception, String cursor) {}

  /** Begins a run; answered with its stream when that is asked for. */
  void start(RoutingContext ctx) {
    JsonBody body = JsonBody.read(ctx.body().buffer(), GOAL);
    Optional<String> key = IdempotencyKey.of(ctx.request());
    StartRun start =
        new StartRun(
            UUID.randomUUID(),
            Asked.thread(ctx),
            body.goal(GOAL, goalLimit),
            body.onBusy(),
            key.orElse(null));
    if (wantsStream(ctx)) {
      streams.start(ctx, start, Resuming.after(ctx.request(), key), AGUI);
    } else {
      name(ctx, start.runId());
      starter.start(start).onSuccess(accepted -> begun(ctx, start, accepted)).onFailure(ctx::fail);
    }
  }

  private static boolean wantsStream(RoutingContext ctx) {
    return ctx.parsedHeaders().accept().stream()
        .anyMatch(accepted -> accepted.value().equalsIgnoreCase("text/event-stream"));
  }

  /** Also of an answer that says no: a goal may have been taken on all the same. */
  private static void name(RoutingContext ctx, UUID runId) {
    ctx.response().putHeader(RunStreams.RUN_ID, runId.toString());
  }

  private static void begun(RoutingContext ctx, StartRun start, RunAccepted accepted) {
    name(ctx, accepted.runId());
    Begun begun =
        new Begun(
            accepted.runId(),
            start.thread().threadId(),
            accepted.reception(),
            EventId.of(accepted.runId(), Place.of(accepted.cursor())).toString());
    switch (accepted.reception()) {
      case BEGUN, QUEUED -> Answers.created(ctx, "/v1/runs/" + accepted.runId(), begun);
      case STEERED, KNOWN -> Answers.send(ctx, 200, Json.writeBytes(begun));
    }
  }

  void read(RoutingContext ctx) {
    ReadRun question = new ReadRun(SignIn.owner(ctx), Asked.id(ctx), Long.MAX_VALUE);
    Answers.ok(ctx, bus.ask(Histories.RUN, question).map(RunHistory::run));
  }

  void events(RoutingContext ctx) {
    @Nullable EventId after = Resuming.after(ctx.request());
    streams.follow(ctx, Asked.id(ctx), SignIn.owner(ctx), after, AGUI);
  }

  void cancel(RoutingContext ctx) {
    CancelRun question = new CancelRun(SignIn.owner(ctx), Asked.id(ctx));
    Answers.ok(ctx, bus.ask(Controls.CANCEL, question));
  }

  void steer(RoutingContext ctx) {
    JsonBody body = JsonBody.read(ctx.body().buffer(), WORDS);
    SteerRun question =
        new SteerRun(SignIn.owner(ctx), Asked.id(ctx), steerId(ctx), body.goal(WORDS, goalLimit));
    Answers.ok(ctx, bus.ask(Controls.STEER, question));
  }

  /** The same key says the same thing, and only once; without one, each request says something. */
  private static UUID steerId(RoutingContext ctx) {
    return IdempotencyKey.of(ctx.request()).map(IdempotencyKey::id).orElseGet(UUID::randomUUID);
  }
}
