package notjarvis.gateway.run;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import notjarvis.bus.Bus;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.gateway.http.Refusal;
import notjarvis.gateway.sse.EventStream;
import notjarvis.gateway.sse.StreamLimits;
import notjarvis.run.RunAccepted;
import notjarvis.run.Runs;
import notjarvis.run.StartRun;
import org.jspecify.annotations.Nullable;

/** {@code POST /not-jarvis/stream}: takes a goal and streams what its run does. */
public final class StreamGoal {
  private static final String RUN_ID_HEADER = "X-Run-Id";
  private static final String KEY_HEADER = "Idempotency-Key";

  private final Bus bus;
  private final Followers followers;
  private final RunMeters meters;
  private final StreamLimits limits;
  private final int goalLimit;

  public StreamGoal(
      Bus bus, Followers followers, RunMeters meters, StreamLimits limits, int goalLimit) {
    this.bus = bus;
    this.followers = followers;
    this.meters = meters;
    this.limits = limits;
    this.goalLimit = goalLimit;
  }

  /**
   * Refuses a body that does not say it is JSON: pages of other sites cannot send one that does.
   */
  public void demandJson(RoutingContext ctx) {
    String type = Optional.ofNullable(ctx.request().getHeader("Content-Type")).orElse("");
    if (type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
      ctx.next();
    } else {
      ctx.fail(Refusal.of(415, "Send the goal as JSON, with Content-Type: application/json."));
    }
  }

  /** Starts a run, and answers with its stream once its goal is durable. */
  public void handle(RoutingContext ctx) {
    GoalRequest request = GoalRequest.read(ctx.body().buffer(), goalLimit);
    if (followers.count() >= limits.streams()) {
      throw Failure.unavailable("Too many streams are open; try again when one has ended.");
    }
    UUID runId = runId(ctx);
    RunStream stream = follow(runId, ctx);
    start(request.start(runId))
        .onSuccess(accepted -> open(stream, accepted))
        .onFailure(failure -> refuse(ctx, runId, failure));
  }

  /** The same key again is the same run: it is not begun twice. */
  private static UUID runId(RoutingContext ctx) {
    @Nullable String key = ctx.request().getHeader(KEY_HEADER);
    try {
      return key == null ? UUID.randomUUID() : UUID.fromString(key);
    } catch (IllegalArgumentException e) {
      throw Refusal.ofField(KEY_HEADER, "\"" + KEY_HEADER + "\" has to be a UUID.");
    }
  }

  /** An answer that was lost is asked for once more; that starts nothing new. */
  private Future<RunAccepted> start(StartRun start) {
    return bus.ask(Runs.START, start)
        .recover(
            failure -> isLost(failure) ? bus.ask(Runs.START, start) : Future.failedFuture(failure));
  }

  private static boolean isLost(Throwable failure) {
    return FailureCode.of(failure) == FailureCode.TIMEOUT;
  }

  /**
   * The run is followed before it is asked for, so that none of its events is missed. Every answer
   * names it: a goal whose answer was lost may have been taken on all the same.
   */
  private RunStream follow(UUID runId, RoutingContext ctx) {
    Runnable onFirstEvent = meters.asked(runId);
    RunStream stream = new RunStream(new EventStream(ctx.request(), limits), onFirstEvent);
    ctx.response().putHeader(RUN_ID_HEADER, runId.toString());
    followers.add(runId, stream);
    ctx.addEndHandler(done -> followers.remove(runId, stream));
    return stream;
  }

  private void open(RunStream stream, RunAccepted accepted) {
    meters.accepted();
    stream.open(accepted);
  }

  private void refuse(RoutingContext ctx, UUID runId, Throwable failure) {
    meters.refused(runId);
    ctx.fail(failure);
  }
}
