package notjarvis.planner.brain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import notjarvis.failure.Failure;
import notjarvis.run.Outcome;

/** What a brain wants to happen next. */
public sealed interface Decision {

  /**
   * Carry out an action.
   *
   * @param say what the person is told before it happens, may be empty
   * @param action a name or alias in the catalogue
   * @param arguments by parameter name; for an address also the number of a search result
   */
  record Act(String say, String action, Map<String, Object> arguments) implements Decision {
    public Act {
      arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    @Override
    public <R> R fold(
        Function<Act, R> act, Function<Finish, R> finish, Function<GiveUp, R> giveUp) {
      return act.apply(this);
    }
  }

  /** The goal is reached, or cannot be; this is the answer. */
  record Finish(Outcome outcome, String answer) implements Decision {
    /** The answer to a goal that is reached. */
    public Finish(String answer) {
      this(Outcome.FINISHED, answer);
    }

    @Override
    public <R> R fold(
        Function<Act, R> act, Function<Finish, R> finish, Function<GiveUp, R> giveUp) {
      return finish.apply(this);
    }
  }

  /**
   * No decision could be made. What it has cost all the same goes with the thought, which a failed
   * future could not carry.
   *
   * @param why its text is fit for the person
   */
  record GiveUp(Failure why) implements Decision {
    @Override
    public <R> R fold(
        Function<Act, R> act, Function<Finish, R> finish, Function<GiveUp, R> giveUp) {
      return giveUp.apply(this);
    }
  }

  /** What each kind of decision is turned into. */
  <R> R fold(Function<Act, R> act, Function<Finish, R> finish, Function<GiveUp, R> giveUp);
}
