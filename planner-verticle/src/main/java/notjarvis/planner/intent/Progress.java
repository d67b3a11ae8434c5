package notjarvis.planner.intent;

import java.util.function.Function;
import notjarvis.planner.brain.Decision;

/** How far the work on a wish has come. */
sealed interface Progress {

  /** It needs this action next. */
  record Next(Decision.Act act) implements Progress {
    @Override
    public <R> R fold(Function<Next, R> next, Function<Over, R> over) {
      return next.apply(this);
    }
  }

  /**
   * It is over, well or not.
   *
   * @param well whether the wish is fulfilled
   * @param report what the person is told of it; empty when what follows tells it
   */
  record Over(boolean well, String report) implements Progress {
    static Over well(String report) {
      return new Over(true, report);
    }

    static Over badly(String report) {
      return new Over(false, report);
    }

    @Override
    public <R> R fold(Function<Next, R> next, Function<Over, R> over) {
      return over.apply(this);
    }
  }

  /** What each kind of turn is turned into. */
  <R> R fold(Function<Next, R> next, Function<Over, R> over);
}
