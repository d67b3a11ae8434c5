package notjarvis.planner.run;

import notjarvis.journal.Usage;
import org.jspecify.annotations.Nullable;

/**
 * What a planner keeps of a run beside the journal; the next owner does well without it.
 *
 * @param refused the last decision, if it was refused; null when it was not
 * @param stuck whether the one before it was refused for the same reason
 * @param spent what decisions have cost that were dropped, because the person said something else
 * @param speech the message that was begun for such a decision; null when there was none
 */
record Aside(
    Resolution.@Nullable Refused refused, boolean stuck, Usage spent, @Nullable Speech speech) {
  static final Aside NOTHING = dropping(Usage.NONE, null);

  /** After a decision that was dropped. */
  static Aside dropping(Usage spent, @Nullable Speech begun) {
    return new Aside(null, false, spent, begun);
  }

  /** After a decision that was refused, when this is what was kept until then. */
  Aside refusing(Resolution.Refused next) {
    return new Aside(next, next.isSameAs(refused), Usage.NONE, null);
  }
}
