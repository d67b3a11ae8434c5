package notjarvis.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;

/** A goal is durable, and this is how its run stands. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = GoalAccepted.Claimed.class, name = "claimed"),
  @JsonSubTypes.Type(value = GoalAccepted.Waiting.class, name = "waiting"),
  @JsonSubTypes.Type(value = GoalAccepted.Steered.class, name = "steered"),
  @JsonSubTypes.Type(value = GoalAccepted.Known.class, name = "known"),
})
public sealed interface GoalAccepted {
  /** The run that works on the goal. */
  UUID runId();

  /** The checkpoint from which on its events follow. */
  long checkpointId();

  /** Whoever asked owns the run and has to work on it. */
  record Claimed(UUID runId, long checkpointId, Claim claim) implements GoalAccepted {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.claimed(this);
    }
  }

  /** Another run of the thread has to end first. */
  record Waiting(UUID runId, long checkpointId) implements GoalAccepted {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.waiting(this);
    }
  }

  /** It joined the run under way. */
  record Steered(UUID runId, long checkpointId) implements GoalAccepted {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.steered(this);
    }
  }

  /** It was accepted before; its run is worked on already, or is over. */
  record Known(UUID runId, long checkpointId) implements GoalAccepted {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.known(this);
    }
  }

  /** What this answer is turned into. */
  <R> R fold(Cases<R> cases);

  /** One answer for each way in which a run can stand. */
  interface Cases<R> {
    R claimed(Claimed answer);

    R waiting(Waiting answer);

    R steered(Steered answer);

    R known(Known answer);
  }
}
