package notjarvis.gateway.agui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import notjarvis.gateway.run.Progress;
import notjarvis.journal.Approval;
import notjarvis.journal.Entry;
import notjarvis.run.Outcome;

/**
 * Puts the events of one entry on its page.
 *
 * @param run the run so far, without this entry
 * @param latest whether nothing is known to have come after it
 */
record AguiTelling(AguiDialect run, Page page, boolean latest) implements Entry.Cases<Page> {
  @Override
  public Page given(Entry.GoalGiven entry) {
    page.add(AguiEvents.runStarted(run.threadId(), run.runId()));
    return page;
  }

  @Override
  public Page steered(Entry.Steered entry) {
    return said(AguiEvents.steered(entry));
  }

  @Override
  public Page cancelAsked(Entry.CancelAsked entry) {
    return said(AguiEvents.cancelAsked(entry));
  }

  @Override
  public Page approvalAnswered(Entry.ApprovalAnswered entry) {
    return said(AguiEvents.approvalAnswered(entry));
  }

  /** What a person says does not end the message that is being written. */
  private Page said(ObjectNode event) {
    page.add(event, run.messages().shown());
    return page;
  }

  @Override
  public Page approvalAsked(Entry.ApprovalAsked entry) {
    Approval approval = entry.approval();
    run.messages().complete(page, id(approval.step()), approval.say());
    AguiDialect.call(page, approval.action());
    boolean tell = latest || page.readerHasNext();
    if (tell) {
      page.add(AguiEvents.runInterrupted(run.threadId(), run.runId(), approval, run.usage()));
    } else {
      page.skip();
    }
    run.park(approval.step(), tell);
    return page;
  }

  @Override
  public Page planned(Entry.ActionPlanned entry) {
    if (!run.wasAsked(entry.step())) {
      run.messages().complete(page, id(entry.step()), entry.say());
    }
    page.add(AguiEvents.stepStarted(entry.step()));
    if (!run.wasAsked(entry.step())) {
      AguiDialect.call(page, entry.action());
    }
    run.begin(entry.step());
    return page;
  }

  @Override
  public Page refused(Entry.ActionRefused entry) {
    if (!run.wasAsked(entry.step())) {
      run.messages().complete(page, id(entry.step()), entry.say());
      AguiDialect.call(page, entry.action());
    }
    page.add(AguiEvents.callRefused(entry.action(), entry.why()));
    return page;
  }

  @Override
  public Page observed(Entry.ActionObserved entry) {
    page.add(AguiEvents.callResult(id(entry.step()), entry.observation()));
    run.finishStep(page);
    return page;
  }

  @Override
  public Page answered(Entry.AnswerGiven entry) {
    if (entry.outcome() == Outcome.FAILED) {
      run.messages().abandon(page);
      run.finishStep(page);
      page.add(AguiEvents.runError(entry.answer(), run.usage()));
    } else {
      run.messages().complete(page, run.nextMessageId(), entry.answer());
      run.finishStep(page);
      page.add(AguiEvents.runFinished(run.threadId(), run.runId(), entry.outcome(), run.usage()));
    }
    return page;
  }

  /** Actions are called as the messages that announce them are. */
  private String id(int step) {
    return Progress.messageId(run.runId(), step);
  }
}
