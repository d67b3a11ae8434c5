package notjarvis.gateway.plain;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;
import java.util.UUID;
import notjarvis.config.Settings;
import notjarvis.gateway.auth.SignIn;
import notjarvis.gateway.http.IdempotencyKey;
import notjarvis.gateway.http.JsonBody;
import notjarvis.gateway.http.Problems;
import notjarvis.gateway.run.Dialect;
import notjarvis.gateway.run.Resuming;
import notjarvis.gateway.run.RunStreams;
import notjarvis.run.StartRun;
import notjarvis.thread.ThreadKey;

/**
 * {@code POST /not-jarvis/stream}: takes a goal and streams what its run does. Sent again with the
 * same {@code Idempotency-Key} it goes on with the stream of that run.
 */
public final class StreamGoal {
  private static final String PATH = "/not-jarvis/stream";
  private static final String GOAL = "user_goal";
  private static final String THREAD = "thread_id";
  private static final Dialect.Maker PLAIN = new PlainDialect.Maker();

  private final RunStreams streams;
  private final Settings.Gateway settings;

  public StreamGoal(RunStreams streams, Settings.Gateway settings) {
    this.streams = streams;
    this.settings = settings;
  }

  /** To be called after the sign-in was mounted. */
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(settings.bodyLimit());
    router.post(PATH).handler(JsonBody::demand);
    router.post(PATH).handler(body).handler(this::start);
    router.route(PATH).handler(Problems.allowing("POST"));
  }

  /** Starts a run, and answers with its stream once its goal is durable. */
  private void start(RoutingContext ctx) {
    JsonBody body = JsonBody.read(ctx.body().buffer(), GOAL, THREAD);
    String goal = body.goal(GOAL, settings.goalLimit());
    ThreadKey thread = new ThreadKey(SignIn.owner(ctx), body.threadId(THREAD));
    Optional<String> key = IdempotencyKey.of(ctx.request());
    StartRun start = new StartRun(UUID.randomUUID(), thread, goal, body.onBusy(), key.orElse(null));
    streams.start(ctx, start, Resuming.after(ctx.request(), key), PLAIN);
  }
}
