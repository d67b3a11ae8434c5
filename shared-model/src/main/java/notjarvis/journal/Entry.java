package notjarvis.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import notjarvis.action.Action;
import notjarvis.action.Observation;
import notjarvis.run.Outcome;

/** What a checkpoint says: the change that one node made to its thread. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Entry.GoalGiven.class, name = "goal_given"),
  @JsonSubTypes.Type(value = Entry.Steered.class, name = "steered"),
  @JsonSubTypes.Type(value = Entry.CancelAsked.class, name = "cancel_asked"),
  @JsonSubTypes.Type(value = Entry.ApprovalAsked.class, name = "approval_asked"),
  @JsonSubTypes.Type(value = Entry.ApprovalAnswered.class, name = "approval_answered"),
  @JsonSubTypes.Type(value = Entry.ActionPlanned.class, name = "action_planned"),
  @JsonSubTypes.Type(value = Entry.ActionRefused.class, name = "action_refused"),
  @JsonSubTypes.Type(value = Entry.ActionObserved.class, name = "action_observed"),
  @JsonSubTypes.Type(value = Entry.AnswerGiven.class, name = "answer_given"),
})
public sealed interface Entry {

  /** The person gave a goal: a run begins, or waits for the one before it. */
  record GoalGiven(String goal) implements Entry {
    @Override
    public Node node() {
      return Node.INPUT;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.given(this);
    }
  }

  /** The person said more while the run was under way; what is decided next heeds it. */
  record Steered(String words) implements Entry {
    @Override
    public Node node() {
      return Node.CONTROL;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.steered(this);
    }
  }

  /**
   * The run is to stop.
   *
   * @param by the owner who said so
   */
  record CancelAsked(String by) implements Entry {
    @Override
    public Node node() {
      return Node.CONTROL;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.cancelAsked(this);
    }
  }

  /** An action needs the person's yes; the run is parked until there is an answer. */
  record ApprovalAsked(Approval approval) implements Entry {
    @Override
    public Node node() {
      return Node.APPROVAL;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.approvalAsked(this);
    }
  }

  /**
   * A request for approval was answered, or came to nothing.
   *
   * @param by the owner who answered; empty when nobody did
   */
  record ApprovalAnswered(UUID approvalId, Verdict verdict, String by) implements Entry {
    @Override
    public Node node() {
      return Node.CONTROL;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.approvalAnswered(this);
    }
  }

  /**
   * An action was decided on. Committed before the executor is asked.
   *
   * @param step from 1
   * @param say the planner's words for the person, may be empty
   * @param action exactly what the executor is asked to do
   * @param executor the instance that it is meant for
   */
  record ActionPlanned(int step, String say, Action action, String executor) implements Entry {
    @Override
    public Node node() {
      return Node.PLANNER;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.planned(this);
    }
  }

  /**
   * An action was decided on and is not carried out, for a reason that the brain learns.
   *
   * @param why in words for the person and the brain
   */
  record ActionRefused(int step, String say, Action action, String why) implements Entry {
    @Override
    public Node node() {
      return Node.PLANNER;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.refused(this);
    }
  }

  /** The action of a step came to this. */
  record ActionObserved(int step, Observation observation) implements Entry {
    @Override
    public Node node() {
      return Node.EXECUTOR;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.observed(this);
    }
  }

  /** The run is over, and this is what the person is told. */
  record AnswerGiven(Outcome outcome, String answer) implements Entry {
    @Override
    public Node node() {
      return Node.RECEPTION;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.answered(this);
    }
  }

  /** The node whose work this is. */
  Node node();

  /** What this entry is turned into. */
  <R> R fold(Cases<R> cases);

  /** One answer for each kind of entry. */
  interface Cases<R> {
    R given(GoalGiven entry);

    R steered(Steered entry);

    R cancelAsked(CancelAsked entry);

    R approvalAsked(ApprovalAsked entry);

    R approvalAnswered(ApprovalAnswered entry);

    R planned(ActionPlanned entry);

    R refused(ActionRefused entry);

    R observed(ActionObserved entry);

    R answered(AnswerGiven entry);
  }
}
