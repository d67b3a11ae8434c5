package notjarvis.planner.gemini;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Optional;
import notjarvis.config.Settings;
import notjarvis.failure.Failure;
import notjarvis.planner.brain.Brain;
import notjarvis.planner.brain.Decision;
import notjarvis.planner.brain.Situation;
import notjarvis.planner.brain.Thought;
import notjarvis.planner.brain.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets Google Gemini decide: one structured answer per decision, streamed, checked, repaired once.
 * It always decides or gives up, within one deadline, with words that are fit for the person.
 */
public final class GeminiBrain implements Brain {
  private static final Logger LOG = LoggerFactory.getLogger(GeminiBrain.class);
  private static final int LONGEST_LOGGED = 300;

  private final Vertx vertx;
  private final Settings.Gemini settings;
  private final Prompt prompt;
  private final GeminiService service;

  /** Nothing is sent before the first decision. */
  public GeminiBrain(Vertx vertx, Settings.Gemini settings) {
    this(vertx, settings, ServiceLimits.USUAL);
  }

  GeminiBrain(Vertx vertx, Settings.Gemini settings, ServiceLimits limits) {
    this.vertx = vertx;
    this.settings = settings;
    prompt = new Prompt(settings.model());
    service = new GeminiService(vertx, settings, limits);
  }

  /** The model's id. */
  @Override
  public String name() {
    return settings.model();
  }

  @Override
  public Future<Optional<Thought>> decide(Situation situation, Words words, Future<Void> unwanted) {
    Thinking thinking = new Thinking(situation.run().runId(), settings.deadline(), words, unwanted);
    Promise<Void> onContext = Promise.promise();
    vertx.getOrCreateContext().runOnContext(onContext::complete);
    return onContext
        .future()
        .compose(go -> decide(situation, thinking))
        .otherwise(failure -> new Decision.GiveUp(inWords(failure, thinking)))
        .map(decision -> Optional.of(new Thought(decision, name(), thinking.usage())));
  }

  /** Ends what is under way and closes the connections. */
  @Override
  public Future<Void> close() {
    return service.close();
  }

  private Future<Decision> decide(Situation situation, Thinking thinking) {
    Question question = prompt.about(situation);
    return service
        .ask(question.request(), thinking)
        .compose(answer -> firstReading(question, answer, thinking));
  }

  private Future<Decision> firstReading(Question question, Answer answer, Thinking thinking) {
    return question
        .read(answer)
        .fold(GeminiBrain::decided, fault -> repair(question, answer, fault, thinking));
  }

  private Future<Decision> repair(
      Question question, Answer bad, Reading.Unusable fault, Thinking thinking) {
    log(fault, thinking);
    return service
        .ask(question.repair(bad.text(), fault.why()), thinking)
        .compose(answer -> lastReading(question, answer, thinking));
  }

  private static Future<Decision> lastReading(Question question, Answer answer, Thinking thinking) {
    return question
        .read(answer)
        .fold(GeminiBrain::decided, fault -> notUnderstood(fault, thinking));
  }

  private static Future<Decision> decided(Reading.Usable reading) {
    return Future.succeededFuture(reading.decision());
  }

  private static Future<Decision> notUnderstood(Reading.Unusable fault, Thinking thinking) {
    log(fault, thinking);
    return Future.failedFuture(new GeminiFailure(Trouble.NOT_UNDERSTOOD, fault.why()));
  }

  private static void log(Reading.Unusable fault, Thinking thinking) {
    String why = Outside.line(fault.why(), LONGEST_LOGGED);
    LOG.warn("run {}: the model's answer cannot be used: {}", thinking.runId(), why);
  }

  private Failure inWords(Throwable failed, Thinking thinking) {
    if (failed instanceof GeminiFailure failure) {
      return failure.inWords(settings.model());
    }
    LOG.error("run {}: a defect in asking the model", thinking.runId(), failed);
    return Failure.of(failed);
  }
}
