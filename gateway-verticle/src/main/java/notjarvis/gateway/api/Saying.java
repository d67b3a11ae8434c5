package notjarvis.gateway.api;

import java.util.Optional;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Entry;
import notjarvis.journal.Message;
import notjarvis.journal.Message.Role;

/** What was said in a checkpoint, if anything was. */
record Saying(Checkpoint checkpoint) implements Entry.Cases<Optional<Message>> {
  @Override
  public Optional<Message> given(Entry.GoalGiven entry) {
    return message(Role.USER, entry.goal());
  }

  @Override
  public Optional<Message> steered(Entry.Steered entry) {
    return message(Role.USER, entry.words());
  }

  @Override
  public Optional<Message> answered(Entry.AnswerGiven entry) {
    return message(Role.ASSISTANT, entry.answer());
  }

  @Override
  public Optional<Message> cancelAsked(Entry.CancelAsked entry) {
    return Optional.empty();
  }

  @Override
  public Optional<Message> approvalAsked(Entry.ApprovalAsked entry) {
    return Optional.empty();
  }

  @Override
  public Optional<Message> approvalAnswered(Entry.ApprovalAnswered entry) {
    return Optional.empty();
  }

  @Override
  public Optional<Message> planned(Entry.ActionPlanned entry) {
    return Optional.empty();
  }

  @Override
  public Optional<Message> refused(Entry.ActionRefused entry) {
    return Optional.empty();
  }

  @Override
  public Optional<Message> observed(Entry.ActionObserved entry) {
    return Optional.empty();
  }

  private Optional<Message> message(Role role, String text) {
    return Optional.of(new Message(role, text, checkpoint.runId(), checkpoint.metadata().at()));
  }
}
