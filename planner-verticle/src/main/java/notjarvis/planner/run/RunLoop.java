package notjarvis.planner.run;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Approval;
import notjarvis.journal.Claim;
import notjarvis.journal.Entry.AnswerGiven;
import notjarvis.journal.Metadata;
import notjarvis.journal.Verdict;
import notjarvis.planner.brain.Decision;
import notjarvis.planner.brain.Thought;
import notjarvis.planner.run.Refusal.Reason;
import notjarvis.planner.run.Resolution.Refused;
import notjarvis.planner.run.Round.Begun;
import notjarvis.run.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on a run: decide, journal, have it carried out, journal, and again, until there is an
 * answer. The state is the argument of the recursion and says what comes next, whoever brought the
 * run to where it stands; nothing is kept here between two rounds.
 */
final class RunLoop {
  private static final Logger LOG = LoggerFactory.getLogger(RunLoop.class);

  /** A run over which so many planners were lost is not worked on by the next. */
  private static final int MOST_OWNERS = 50;

  private final Turns turns;
  private final RunJournal journal;
  private final Attention attention;
  private final ActionResolver resolver;
  private final Granting granting;
  private final Deliberation deliberation;
  private final Moves moves;
  private final Errands errands;
  private final BooleanSupplier stopping;

  RunLoop(Workplace place, Deliberation deliberation, BooleanSupplier stopping) {
    this.turns = place.turns();
    this.journal = place.journal();
    this.attention = place.attention();
    this.resolver = place.resolver();
    this.granting = place.granting();
    this.deliberation = deliberation;
    this.stopping = stopping;
    this.moves = place.moves(this::advance);
    this.errands = place.errands(this::advance);
  }

  /** Works on a run until it is over or lost; the run of its thread that is to be claimed next. */
  Future<Optional<UUID>> work(Claim claim) {
    return Future.succeededFuture(claim)
        .map(Round::of)
        .compose(this::begin, failure -> unreadable(claim, failure));
  }

  private Future<Optional<UUID>> begin(Round round) {
    return round.lease().epoch() > MOST_OWNERS
        ? guarded(round, turn -> moves.fail(turn, Endings.interrupted(turn.run())))
        : advance(round);
  }

  /** It would be so for every planner, and the thread would wait for it for ever. */
  private Future<Optional<UUID>> unreadable(Claim claim, Throwable failure) {
    LOG.error("{} is for a run that cannot be read", claim.lease(), failure);
    return journal.unreadable(claim.lease(), Endings.UNREADABLE);
  }

  private Future<Optional<UUID>> advance(Round round) {
    return guarded(round, this::goOn);
  }

  /** What was begun is seen through first, and what the person said goes before any decision. */
  private Future<Optional<UUID>> goOn(Turn turn) {
    Round round = turn.round();
    if (attention.hasNewsFor(round)) {
      return heed(turn);
    }
    Optional<Begun> begun = round.begun();
    if (begun.isPresent()) {
      return errands.see(turn, begun.get());
    }
    if (round.isCancelled()) {
      return moves.cancel(turn);
    }
    return round.answered().map(approval -> settle(turn, approval)).orElseGet(() -> think(turn));
  }

  private Future<Optional<UUID>> heed(Turn turn) {
    turn.speech().hush();
    return journal
        .again(turn.round(), attention.newest(turn.runId()))
        .compose(fresh -> advance(turn.droppedFor(fresh)));
  }

  /** A brain that runs into the same wall twice would do so again. */
  private Future<Optional<UUID>> think(Turn turn) {
    Aside aside = turn.round().aside();
    Refused refused = aside.refused();
    return refused != null && aside.stuck()
        ? moves.fail(turn, Endings.refusedAgain(turn.run(), refused.refusal().why()))
        : decide(turn);
  }

  private Future<Optional<UUID>> decide(Turn turn) {
    Future<Void> news = attention.newsFor(turn.round());
    return deliberation
        .decide(turn.situation(), turn.speech(), news)
        .compose(thought -> news.isComplete() ? heed(turn) : follow(turn, thought));
  }

  private Future<Optional<UUID>> follow(Turn turn, Optional<Thought> thought) {
    return thought
        .map(known -> follow(turn, known))
        .orElseGet(() -> moves.fail(turn, Endings.NOT_UNDERSTOOD));
  }

  private Future<Optional<UUID>> follow(Turn turn, Thought thought) {
    Metadata metadata = turns.metadata(turn, thought);
    return thought
        .decision()
        .fold(
            act -> act(turn, act, metadata),
            finish -> moves.end(turn, answer(finish), metadata),
            giveUp -> moves.end(turn, Endings.givenUp(turn.run(), giveUp.why()), metadata));
  }

  private static AnswerGiven answer(Decision.Finish finish) {
    return new AnswerGiven(finish.outcome(), finish.answer());
  }

  private Future<Optional<UUID>> act(Turn turn, Decision.Act act, Metadata metadata) {
    if (turn.situation().stepsLeft() == 0) {
      String answer = Endings.outOfSteps(turn.run(), turns.stepLimit());
      return moves.end(turn, new AnswerGiven(Outcome.FAILED, answer), metadata);
    }
    return stopping.getAsBoolean()
        ? leave(turn)
        : take(turn, act.say(), resolver.resolve(turn.round(), turn.situation(), act), metadata);
  }

  private Future<Optional<UUID>> leave(Turn turn) {
    LOG.info("Run {} is left to the next planner after {}", turn.runId(), turn.run().loopCount());
    return journal.release(turn.round().lease()).map(Optional.empty());
  }

  private Future<Optional<UUID>> take(
      Turn turn, String say, Resolution resolution, Metadata metadata) {
    return resolution.fold(
        ready -> moves.plan(turn, say, ready, metadata),
        needsYes -> moves.park(turn, say, needsYes, metadata),
        refused -> moves.refuse(turn, say, refused, metadata));
  }

  /** What the person was asked for is done, or left, without asking a brain. */
  private Future<Optional<UUID>> settle(Turn turn, Approval approval) {
    Verdict verdict = approval.verdict();
    if (verdict != null && verdict != Verdict.GRANTED) {
      Refusal refusal = new Refusal(Reason.NO_YES, Answers.why(verdict));
      return moves.refuse(turn, "", new Refused(approval.action(), refusal), turns.metadata(turn));
    }
    return stopping.getAsBoolean()
        ? leave(turn)
        : granting
            .resolve(turn.round(), approval)
            .compose(now -> take(turn, approval.say(), now, turns.metadata(turn)));
  }

  /** Whatever goes wrong in this piece of work ends the run in words; the future does not fail. */
  private Future<Optional<UUID>> guarded(Round round, Function<Turn, Future<Optional<UUID>>> work) {
    Turn turn = turns.of(round);
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
    return moves.fail(turn, Endings.broken(turn.run(), Failure.of(failure).getMessage()));
  }

  private static Optional<UUID> abandon(Turn turn, Throwable failure) {
    if (FailureCode.of(failure) == FailureCode.FENCED) {
      LOG.info("Run {} has another owner by now", turn.runId());
    } else {
      LOG.error("Run {} could not be ended", turn.runId(), failure);
    }
    return Optional.empty();
  }
}
