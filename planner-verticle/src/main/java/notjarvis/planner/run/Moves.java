package notjarvis.planner.run;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import notjarvis.action.Action;
import notjarvis.journal.Approval;
import notjarvis.journal.Entry.ActionPlanned;
import notjarvis.journal.Entry.ActionRefused;
import notjarvis.journal.Entry.AnswerGiven;
import notjarvis.journal.Entry.ApprovalAsked;
import notjarvis.journal.Metadata;
import notjarvis.planner.run.Resolution.NeedsYes;
import notjarvis.planner.run.Resolution.Ready;
import notjarvis.planner.run.Resolution.Refused;
import notjarvis.planner.run.Written.Committed;
import notjarvis.run.Outcome;

/**
 * What can be done about a decision: each is written down first, and only if the person has said
 * nothing that it does not know of.
 */
final class Moves {
  private final RunJournal journal;
  private final Time time;
  private final Duration approvalWait;
  private final Course course;

  /**
   * All of them.
   *
   * @param approvalWait how long an action waits for a yes
   * @param course how it goes on after that
   */
  Moves(RunJournal journal, Time time, Duration approvalWait, Course course) {
    this.journal = journal;
    this.time = time;
    this.approvalWait = approvalWait;
    this.course = course;
  }

  Future<Optional<UUID>> plan(Turn turn, String say, Ready ready, Metadata metadata) {
    int step = turn.round().step();
    ActionPlanned entry = new ActionPlanned(step, say, ready.action(), ready.executor());
    return written(
        turn, journal.decided(turn.round(), entry, metadata), done -> planned(turn, done, entry));
  }

  private Future<Optional<UUID>> planned(Turn turn, Committed done, ActionPlanned entry) {
    turn.speech().settle(entry.say());
    return course.from(done.round());
  }

  Future<Optional<UUID>> refuse(Turn turn, String say, Refused refused, Metadata metadata) {
    int step = turn.round().step();
    ActionRefused entry = new ActionRefused(step, say, refused.action(), refused.refusal().why());
    return written(
        turn,
        journal.decided(turn.round(), entry, metadata),
        done -> refused(turn, done, entry, refused));
  }

  private Future<Optional<UUID>> refused(
      Turn turn, Committed done, ActionRefused entry, Refused refused) {
    turn.speech().settle(entry.say());
    return course.from(done.round().with(turn.round().aside().refusing(refused)));
  }

  /** Asks the person. Nobody owns the run until there is an answer. */
  Future<Optional<UUID>> park(Turn turn, String say, NeedsYes asked, Metadata metadata) {
    Action action = asked.ready().action();
    Approval approval =
        new Approval(
            UUID.randomUUID(),
            turn.round().step(),
            say,
            action,
            asked.ready().executor(),
            asked.why(),
            time.now().plus(approvalWait),
            null);
    ApprovalAsked entry = new ApprovalAsked(approval);
    return written(
        turn, journal.asked(turn.round(), entry, metadata), done -> parked(turn, done, say));
  }

  private static Future<Optional<UUID>> parked(Turn turn, Committed done, String say) {
    turn.speech().settle(say);
    return Future.succeededFuture(done.nextRun());
  }

  /** Ends a run that is to stop; what the person has already heard of its answer stays. */
  Future<Optional<UUID>> cancel(Turn turn) {
    String answer = Endings.cancelled(turn.run(), turn.speech().heard());
    return end(turn, new AnswerGiven(Outcome.CANCELLED, answer), turn.metadata(time));
  }

  Future<Optional<UUID>> fail(Turn turn, String answer) {
    return end(turn, new AnswerGiven(Outcome.FAILED, answer), turn.metadata(time));
  }

  Future<Optional<UUID>> end(Turn turn, AnswerGiven entry, Metadata metadata) {
    return written(
        turn, journal.decided(turn.round(), entry, metadata), done -> ended(turn, done, entry));
  }

  private Future<Optional<UUID>> ended(Turn turn, Committed done, AnswerGiven entry) {
    turn.speech().settle(entry.answer());
    return Future.succeededFuture(done.nextRun());
  }

  private Future<Optional<UUID>> written(
      Turn turn, Future<Written> writing, Function<Committed, Future<Optional<UUID>>> then) {
    return writing.compose(
        written -> written.fold(then, behind -> course.from(turn.droppedFor(behind.round()))));
  }
}
