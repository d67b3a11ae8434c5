package notjarvis.planner.policy;

import java.util.Optional;
import java.util.function.Function;

/** Whether a proposed action may be carried out. */
public sealed interface Verdict {
  /** It may. */
  record Allowed() implements Verdict {
    @Override
    public <R> R fold(
        Function<Allowed, R> allowed, Function<Asking, R> asking, Function<Declined, R> declined) {
      return allowed.apply(this);
    }
  }

  /**
   * It may if the person says yes.
   *
   * @param why the reason to ask, in words for the person
   */
  record Asking(String why) implements Verdict {
    @Override
    public <R> R fold(
        Function<Allowed, R> allowed, Function<Asking, R> asking, Function<Declined, R> declined) {
      return asking.apply(this);
    }
  }

  /**
   * It may not.
   *
   * @param why in words for the person and the brain
   */
  record Declined(String why) implements Verdict {
    @Override
    public <R> R fold(
        Function<Allowed, R> allowed, Function<Asking, R> asking, Function<Declined, R> declined) {
      return declined.apply(this);
    }
  }

  /** What each of them is turned into. */
  <R> R fold(
      Function<Allowed, R> allowed, Function<Asking, R> asking, Function<Declined, R> declined);

  /** What speaks against going ahead, if anything does. */
  default Optional<String> objection() {
    return fold(
        allowed -> Optional.empty(),
        asking -> Optional.of(asking.why()),
        declined -> Optional.of(declined.why()));
  }

  static Verdict allowed() {
    return new Allowed();
  }

  static Verdict asking(String why) {
    return new Asking(why);
  }

  static Verdict declined(String why) {
    return new Declined(why);
  }
}
