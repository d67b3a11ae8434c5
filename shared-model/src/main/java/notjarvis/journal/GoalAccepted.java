package notjarvis.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A goal is durable, and this is how its run stands. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = GoalAccepted.Claimed.class, name = "claimed"),
  @JsonSubTypes.Type(value = GoalAccepted.Waiting.class, name = "waiting"),
  @JsonSubTypes.Type(value = GoalAccepted.UnderWay.class, name = "under_way"),
  @JsonSubTypes.Type(value = GoalAccepted.Over.class, name = "over"),
})
public sealed interface GoalAccepted {
  /** The number of its {@code input} checkpoint. */
  long checkpointId();

  /** Whoever asked owns the run and has to work on it. */
  record Claimed(long checkpointId, Claim claim) implements GoalAccepted {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.claimed(this);
    }
  }

  /** Another run of the thread has to end first. */
  record Waiting(long checkpointId) implements GoalAccepted {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.waiting(this);
    }
  }

  /** It was accepted before, and is worked on already. */
  record UnderWay(long checkpointId) implements GoalAccepted {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.underWay(this);
    }
  }

  /** It was accepted before, and its run has ended. */
  record Over(long checkpointId) implements GoalAccepted {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.over(this);
    }
  }

  /** What this answer is turned into. */
  <R> R fold(Cases<R> cases);

  /** One answer for each way in which a run can stand. */
  interface Cases<R> {
    R claimed(Claimed answer);

    R waiting(Waiting answer);

    R underWay(UnderWay answer);

    R over(Over answer);
  }
}
