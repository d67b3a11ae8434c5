package notjarvis.planner.run;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import notjarvis.action.Observation;
import notjarvis.bus.Bus;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Claim;
import notjarvis.journal.Entry.ActionObserved;
import notjarvis.journal.Entry.ActionPlanned;
import notjarvis.journal.Entry.ActionRefused;
import notjarvis.journal.Entry.AnswerGiven;
import notjarvis.journal.Metadata;
import notjarvis.planner.brain.Decision;
import notjarvis.planner.brain.Situation;
import notjarvis.planner.brain.Thought;
import notjarvis.planner.run.Resolution.Ready;
import notjarvis.planner.run.Resolution.Refused;
import notjarvis.planner.run.RunJournal.Ended;
import notjarvis.run.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on a run: decide, journal, have it carried out, journal, and again, until there is an
 * answer. The state is the argument of the recursion; nothing is kept here between two rounds.
 */
final class RunLoop {
  private static final Logger LOG = LoggerFactory.getLogger(RunLoop.class);

  private final Bus bus;
  private final Hop hop;
  private final Announcer announcer;
  private final Time time;
  private final int stepLimit;
  private final RunJournal journal;
  private final ExecutorDirectory executors;
  private final ActionResolver resolver;
  private final Deliberation deliberation;
  private final BooleanSupplier stopping;

  RunLoop(
      Bus bus,
      Hop hop,
      Time time,
      int stepLimit,
      RunJournal journal,
      ExecutorDirectory executors,
      Deliberation deliberation,
      BooleanSupplier stopping) {
    this.bus = bus;
    this.hop = hop;
    this.announcer = new Announcer(bus);
    this.time = time;
    this.stepLimit = stepLimit;
    this.journal = journal;
    this.executors = executors;
    this.resolver = new ActionResolver(executors);
    this.deliberation = deliberation;
    this.stopping = stopping;
  }

  /** Works on a run until it is over or lost; the run of its thread that is to be claimed next. */
  Future<Optional<UUID>> work(Claim claim) {
    return advance(Round.of(claim));
  }

  /** Ends a run whose owner is gone; what it had done and begun is told, not done again. */
  Future<Optional<UUID>> breakOff(Claim claim) {
    return guarded(turn(Round.of(claim)), turn -> fail(turn, Endings.interrupted(turn.run())));
  }

  private Future<Optional<UUID>> advance(Round round) {
    return guarded(turn(round), this::decide);
  }

  private Turn turn(Round round) {
    int stepsLeft = Math.max(0, stepLimit - round.run().loopCount());
    Situation situation =
        new Situation(round.thread(), round.run(), executors.catalogue(), stepsLeft, time.here());
    return new Turn(round, situation, new Speech(bus, round), time.measured());
  }

  private Future<Optional<UUID>> decide(Turn turn) {
    return deliberation
        .decide(turn.situation(), turn.speech(), Promise.<Void>promise().future())
        .compose(
            thought ->
                thought.map(known -> follow(turn, known)).orElseGet(() -> notUnderstood(turn)));
  }

  private Future<Optional<UUID>> notUnderstood(Turn turn) {
    return fail(turn, Endings.NOT_UNDERSTOOD);
  }

  private Future<Optional<UUID>> follow(Turn turn, Thought thought) {
    Metadata metadata = turn.metadata(thought, time);
    return thought
        .decision()
        .fold(
            act -> act(turn, act, metadata),
            finish -> end(turn, new AnswerGiven(finish.outcome(), finish.answer()), metadata),
            giveUp -> end(turn, Endings.givenUp(turn.run(), giveUp.why()), metadata));
  }

  private Future<Optional<UUID>> act(Turn turn, Decision.Act act, Metadata metadata) {
    if (turn.situation().stepsLeft() == 0) {
      String answer = Endings.outOfSteps(turn.run(), stepLimit);
      return end(turn, new AnswerGiven(Outcome.FAILED, answer), metadata);
    }
    if (stopping.getAsBoolean()) {
      LOG.info("Run {} is left to the next planner after {}", turn.runId(), turn.run().loopCount());
      return Future.succeededFuture(Optional.empty());
    }
    return resolver
        .resolve(turn.round(), turn.situation(), act)
        .fold(
            ready -> carryOut(turn, act.say(), ready, metadata),
            refused -> refuse(turn, act.say(), refused, metadata));
  }

  private Future<Optional<UUID>> carryOut(Turn turn, String say, Ready ready, Metadata metadata) {
    int step = turn.round().step();
    ActionPlanned planned = new ActionPlanned(step, say, ready.action(), ready.executor());
    return journal
        .append(turn.round(), step, planned, metadata)
        .onSuccess(committed -> announcer.planned(turn, committed, planned))
        .compose(committed -> guarded(turn(committed.round()), next -> execute(next, planned)));
  }

  private Future<Optional<UUID>> execute(Turn turn, ActionPlanned planned) {
    return hop.carryOut(turn.round().lease().thread(), planned.action(), planned.executor())
        .compose(observation -> observe(turn, planned.step(), observation));
  }

  private Future<Optional<UUID>> observe(Turn turn, int step, Observation observation) {
    ActionObserved observed = new ActionObserved(step, observation);
    return journal
        .append(turn.round(), step, observed, turn.metadata(time))
        .onSuccess(committed -> announcer.observed(committed, step, observation))
        .compose(committed -> advance(committed.round()));
  }

  private Future<Optional<UUID>> refuse(Turn turn, String say, Refused refused, Metadata metadata) {
    int step = turn.round().step();
    ActionRefused entry = new ActionRefused(step, say, refused.action(), refused.refusal().why());
    return journal
        .append(turn.round(), step, entry, metadata)
        .onSuccess(committed -> announcer.refused(turn, committed, entry))
        .compose(committed -> goOn(turn, committed.round(), refused));
  }

  /** A brain that runs into the same wall twice would do so again. */
  private Future<Optional<UUID>> goOn(Turn before, Round after, Refused refused) {
    if (!refused.isSameAs(before.round().refused())) {
      return advance(after.refused(refused));
    }
    String why = refused.refusal().why();
    return guarded(turn(after), turn -> fail(turn, Endings.refusedAgain(turn.run(), why)));
  }

  private Future<Optional<UUID>> fail(Turn turn, String answer) {
    return end(turn, new AnswerGiven(Outcome.FAILED, answer), turn.metadata(time));
  }

  private Future<Optional<UUID>> end(Turn turn, AnswerGiven answer, Metadata metadata) {
    return journal
        .end(turn.round(), answer, metadata)
        .onSuccess(ended -> announcer.ended(turn, ended, answer))
        .map(Ended::nextRun);
  }

  /** Whatever goes wrong in this piece of work ends the run in words; the future does not fail. */
  private Future<Optional<UUID>> guarded(Turn turn, Function<Turn, Future<Optional<UUID>>> work) {
    return Future.succeededFuture(turn)
        .compose(work)
        .recover(failure -> giveUp(turn, failure))
        .otherwise(failure -> abandon(turn, failure));
  }

  private Future<Optional<UUID>> giveUp(Turn turn, Throwable failure) {
    if (FailureCode.of(failure) == FailureCode.FENCED) {
      return Future.failedFuture(failure);
    }
    LOG.error("Run {} of {} fails", turn.runId(), turn.round().lease().thread(), failure);
    return fail(turn, Endings.broken(turn.run(), Failure.of(failure).getMessage()));
  }

  private Optional<UUID> abandon(Turn turn, Throwable failure) {
    if (FailureCode.of(failure) == FailureCode.FENCED) {
      LOG.info("Run {} has another owner by now", turn.runId());
    } else {
      LOG.error("Run {} could not be ended", turn.runId(), failure);
    }
    return Optional.empty();
  }
}
