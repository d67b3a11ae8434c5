package notjarvis.planner.gemini;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import notjarvis.config.Settings;
import notjarvis.failure.Failure;
import notjarvis.planner.brain.Decision;
import notjarvis.planner.brain.Situation;
import notjarvis.planner.brain.Thought;
import notjarvis.planner.brain.Words;
import notjarvis.testing.GeminiStandIn;

/** A brain, the service that it asks, and what it says. */
final class GeminiFixture implements AutoCloseable {
  static final String MODEL = "gemini-3.5-flash-lite";
  static final Duration DEADLINE = Duration.ofSeconds(20);
  static final ServiceLimits HASTY =
      limits(4, Duration.ofMillis(20), Duration.ofMillis(50), 100, Duration.ofSeconds(20));

  /** Limits under which no attempt is taken for stalled before its decision is late. */
  static ServiceLimits limits(
      int attempts, Duration firstDelay, Duration longestDelay, int failures, Duration rest) {
    return new ServiceLimits(
        attempts, DEADLINE, DEADLINE, firstDelay, longestDelay, failures, rest);
  }

  final Vertx vertx = Vertx.vertx();
  final GeminiStandIn gemini = GeminiStandIn.start(vertx);
  final Heard heard = new Heard();
  final Promise<Void> unwanted = Promise.promise();
  private final List<GeminiBrain> brains = new ArrayList<>();
  private final GeminiBrain brain = brain(gemini.settings(MODEL, DEADLINE), HASTY);

  GeminiBrain brain(Settings.Gemini settings, ServiceLimits limits) {
    GeminiBrain made = new GeminiBrain(vertx, settings, limits);
    brains.add(made);
    return made;
  }

  Thought thoughtOn(Scene scene) {
    return thoughtOf(brain, scene);
  }

  Thought thoughtOf(GeminiBrain other, Scene scene) {
    return waitFor(other.decide(scene.situation(), heard, unwanted.future())).orElseThrow();
  }

  Decision decisionOn(Scene scene) {
    return thoughtOn(scene).decision();
  }

  Decision.Act actionOn(Scene scene) {
    return (Decision.Act) decisionOn(scene);
  }

  Failure failureOn(Scene scene) {
    return failureOf(brain, scene);
  }

  Failure failureOf(GeminiBrain other, Scene scene) {
    return failureIn(thoughtOf(other, scene));
  }

  /** Why it gave up. */
  static Failure failureIn(Thought thought) {
    return ((Decision.GiveUp) thought.decision()).why();
  }

  Future<Optional<Thought>> beginOn(Situation situation) {
    return beginOn(situation, heard);
  }

  Future<Optional<Thought>> beginOn(Situation situation, Words words) {
    return brain.decide(situation, words, unwanted.future());
  }

  static <T> T waitFor(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    brains.forEach(each -> waitFor(each.close()));
    gemini.close();
    waitFor(vertx.close());
  }
}
