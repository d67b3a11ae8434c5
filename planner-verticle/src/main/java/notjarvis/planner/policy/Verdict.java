package notjarvis.planner.policy;

import java.util.Optional;

/** Whether a proposed action may be carried out. */
public sealed interface Verdict {

  /** It may. */
  record Allowed() implements Verdict {
    @Override
    public Optional<String> objection() {
      return Optional.empty();
    }
  }

  /**
   * It may not.
   *
   * @param why in words for the person and the brain
   */
  record Declined(String why) implements Verdict {
    @Override
    public Optional<String> objection() {
      return Optional.of(why);
    }
  }

  /** What speaks against it, if anything does. */
  Optional<String> objection();

  static Verdict allowed() {
    return new Allowed();
  }

  static Verdict declined(String why) {
    return new Declined(why);
  }
}
