package notjarvis.journal;

import java.time.Instant;
import java.util.UUID;

/** The change that a checkpoint makes to the state of its thread. */
record Change(ThreadState before, UUID runId, Instant at) implements Entry.Cases<ThreadState> {
  @Override
  public ThreadState given(Entry.GoalGiven entry) {
    return before.given(new ThreadState.Waiting(runId, entry.goal(), at));
  }

  @Override
  public ThreadState steered(Entry.Steered entry) {
    return before.steered(new Message(Message.Role.USER, entry.words(), runId, at));
  }

  @Override
  public ThreadState cancelAsked(Entry.CancelAsked entry) {
    return before.heard(runId, Said::cancelling);
  }

  @Override
  public ThreadState approvalAsked(Entry.ApprovalAsked entry) {
    return before.heard(runId, said -> said.asking(entry.approval()));
  }

  @Override
  public ThreadState approvalAnswered(Entry.ApprovalAnswered entry) {
    return before.heard(runId, said -> said.answered(entry.approvalId(), entry.verdict()));
  }

  @Override
  public ThreadState planned(Entry.ActionPlanned entry) {
    return before.step(
        runId, new Step(entry.step(), entry.say(), entry.action(), entry.executor(), null, null));
  }

  @Override
  public ThreadState refused(Entry.ActionRefused entry) {
    return before.step(
        runId, new Step(entry.step(), entry.say(), entry.action(), null, entry.why()));
  }

  @Override
  public ThreadState observed(Entry.ActionObserved entry) {
    return before.observed(runId, entry.step(), entry.observation());
  }

  @Override
  public ThreadState answered(Entry.AnswerGiven entry) {
    return before.answered(new Message(Message.Role.ASSISTANT, entry.answer(), runId, at));
  }
}
