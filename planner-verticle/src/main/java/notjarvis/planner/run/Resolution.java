package notjarvis.planner.run;

import java.util.function.Function;
import notjarvis.action.Action;
import org.jspecify.annotations.Nullable;

/** What a brain's decision to act comes to. */
sealed interface Resolution {
  /**
   * It is carried out.
   *
   * @param action exact and complete
   * @param executor the instance that is asked
   */
  record Ready(Action action, String executor) implements Resolution {
    @Override
    public <R> R fold(
        Function<Ready, R> ready, Function<NeedsYes, R> needsYes, Function<Refused, R> refused) {
      return ready.apply(this);
    }
  }

  /**
   * It is carried out if the person says yes.
   *
   * @param why the reason to ask, in words for the person
   */
  record NeedsYes(Ready ready, String why) implements Resolution {
    @Override
    public <R> R fold(
        Function<Ready, R> ready, Function<NeedsYes, R> needsYes, Function<Refused, R> refused) {
      return needsYes.apply(this);
    }
  }

  /** It is not. */
  record Refused(Action action, Refusal refusal) implements Resolution {
    /** Whether the other one is the same action, refused for the same reason. */
    boolean isSameAs(@Nullable Refused other) {
      return other != null
          && refusal.reason() == other.refusal.reason()
          && Deed.of(action).equals(Deed.of(other.action));
    }

    @Override
    public <R> R fold(
        Function<Ready, R> ready, Function<NeedsYes, R> needsYes, Function<Refused, R> refused) {
      return refused.apply(this);
    }
  }

  /** What each of them is turned into. */
  <R> R fold(
      Function<Ready, R> ready, Function<NeedsYes, R> needsYes, Function<Refused, R> refused);
}
