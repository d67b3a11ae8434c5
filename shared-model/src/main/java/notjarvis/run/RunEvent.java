package notjarvis.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import notjarvis.action.Action;
import notjarvis.action.Observation;

/**
 * Something happened in a run. All but {@link Words} are told after their checkpoint was committed
 * and carry its cursor.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RunEvent.Words.class, name = "words"),
  @JsonSubTypes.Type(value = RunEvent.StepPlanned.class, name = "step_planned"),
  @JsonSubTypes.Type(value = RunEvent.StepRefused.class, name = "step_refused"),
  @JsonSubTypes.Type(value = RunEvent.StepObserved.class, name = "step_observed"),
  @JsonSubTypes.Type(value = RunEvent.RunEnded.class, name = "run_ended"),
})
public sealed interface RunEvent {
  UUID runId();

  /**
   * A piece of a message while the brain writes it; live only. The same words come again, whole, in
   * the durable event of the same message id.
   *
   * @param messageId {@code run:step}
   * @param offset how many characters of the message came before; 0 starts it anew
   */
  record Words(UUID runId, String messageId, int offset, String text) implements RunEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.words(this);
    }
  }

  /**
   * An action was decided on and is about to be carried out.
   *
   * @param step from 1
   * @param say the planner's words for the person, may be empty
   */
  record StepPlanned(UUID runId, Cursor cursor, int step, String say, Action action)
      implements RunEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.planned(this);
    }
  }

  /**
   * An action was decided on and is not carried out.
   *
   * @param why in words for the person
   */
  record StepRefused(UUID runId, Cursor cursor, int step, String say, Action action, String why)
      implements RunEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.refused(this);
    }
  }

  /** The action of a step came to this. */
  record StepObserved(UUID runId, Cursor cursor, int step, Observation observation)
      implements RunEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.observed(this);
    }
  }

  /**
   * The run is over; nothing follows.
   *
   * @param messageId of the answer, for readers who followed its words
   */
  record RunEnded(UUID runId, Cursor cursor, Outcome outcome, String messageId, String answer)
      implements RunEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.ended(this);
    }
  }

  /** What this event is turned into. */
  <R> R fold(Cases<R> cases);

  /** One answer for each kind of event. */
  interface Cases<R> {
    R words(Words event);

    R planned(StepPlanned event);

    R refused(StepRefused event);

    R observed(StepObserved event);

    R ended(RunEnded event);
  }
}
