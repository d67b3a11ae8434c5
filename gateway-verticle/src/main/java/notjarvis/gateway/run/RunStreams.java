package notjarvis.gateway.run;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import notjarvis.failure.Failure;
import notjarvis.gateway.auth.SignIn;
import notjarvis.gateway.sse.EventStream;
import notjarvis.gateway.sse.StreamLimits;
import notjarvis.history.RunHistory;
import notjarvis.run.RunAccepted;
import notjarvis.run.RunAccepted.Reception;
import notjarvis.run.StartRun;
import org.jspecify.annotations.Nullable;

/** Answers requests with the streams of runs. */
public final class RunStreams {
  /** Names the run that a goal became, or may have become. */
  public static final String RUN_ID = "X-Run-Id";

  private static final int NOTHING_TO_TELL = 204;

  private final Followers followers;
  private final RunStarter starter;
  private final RunMeters meters;
  private final StreamLimits limits;

  public RunStreams(
      Followers followers, RunStarter starter, RunMeters meters, StreamLimits limits) {
    this.followers = followers;
    this.starter = starter;
    this.meters = meters;
    this.limits = limits;
  }

  /**
   * Starts a run and answers with its stream once its goal is durable. The run is followed before
   * it is asked for, so that none of its words is missed. Every answer names it: a goal whose
   * answer was lost may have been taken on all the same.
   *
   * @param after the event that the reader resumes after; null for one who has nothing yet
   */
  public void start(
      RoutingContext ctx, StartRun start, @Nullable EventId after, Dialect.Maker maker) {
    demandRoom();
    RunStream stream = follow(ctx, start.runId(), owner(start), meters.asked(start.runId()));
    starter
        .accept(start)
        .compose(accepted -> open(ctx, stream, start, accepted, after, maker))
        .onFailure(ctx::fail);
  }

  /**
   * Answers with the stream of a run that is there, or with nothing at all when it rests and has
   * nothing to add.
   *
   * @param after the event that the reader resumes after; null for one who has nothing yet
   */
  public void follow(
      RoutingContext ctx,
      UUID runId,
      String ownerId,
      @Nullable EventId after,
      Dialect.Maker maker) {
    demandRoom();
    RunStream stream = follow(ctx, runId, ownerId, () -> {});
    stream
        .feed()
        .readFor(ownerId)
        .compose(history -> open(ctx, stream, history, after, maker))
        .onFailure(ctx::fail);
  }

  private void demandRoom() {
    if (followers.count() >= limits.streams()) {
      throw Failure.unavailable("Too many streams are open; try again when one has ended.");
    }
  }

  private RunStream follow(RoutingContext ctx, UUID runId, String ownerId, Runnable onFirstEvent) {
    ctx.response().putHeader(RUN_ID, runId.toString());
    EventStream events = new EventStream(ctx.request());
    RunStream stream = followers.add(runId, ownerId, SignIn.until(ctx), events, onFirstEvent);
    ctx.addEndHandler(done -> followers.remove(stream));
    return stream;
  }

  private Future<Void> open(
      RoutingContext ctx,
      RunStream stream,
      StartRun start,
      RunAccepted accepted,
      @Nullable EventId after,
      Dialect.Maker maker) {
    if (ctx.response().closed()) {
      return Future.succeededFuture();
    }
    UUID runId = accepted.runId();
    ctx.response().putHeader(RUN_ID, runId.toString());
    followers.move(stream, runId, owner(start));
    if (after == null) {
      stream.open(newcomer(start, accepted, maker), accepted.reception());
      stream.feed().expect(accepted.cursor().checkpointId());
      return Future.succeededFuture();
    }
    Place place = after.in(runId);
    Dialect dialect = maker.of(start.thread(), runId, place);
    return stream.feed().readFor(owner(start)).map(read -> resume(stream, dialect, place));
  }

  private static Dialect newcomer(StartRun start, RunAccepted accepted, Dialect.Maker maker) {
    return accepted.reception() == Reception.STEERED
        ? maker.joining(start.thread(), accepted.runId(), Place.of(accepted.cursor()))
        : maker.of(start.thread(), accepted.runId(), null);
  }

  /** Its reader waits for the end of the text, which comes also when nothing else does. */
  private static @Nullable Void resume(RunStream stream, Dialect dialect, Place after) {
    if (!stream.resume(dialect, after)) {
      stream.openAtRest(dialect);
    }
    return null;
  }

  private static Future<Void> open(
      RoutingContext ctx,
      RunStream stream,
      RunHistory history,
      @Nullable EventId after,
      Dialect.Maker maker) {
    UUID runId = history.run().runId();
    @Nullable Place place = after == null ? null : after.in(runId);
    Dialect dialect = maker.of(history.run().thread(), runId, place);
    if (place == null) {
      stream.open(dialect, Reception.KNOWN);
    } else if (!stream.resume(dialect, place)) {
      ctx.response().setStatusCode(NOTHING_TO_TELL).end();
    }
    return Future.succeededFuture();
  }

  private static String owner(StartRun start) {
    return start.thread().ownerId();
  }
}
