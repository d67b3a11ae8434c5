package notjarvis.planner.gemini;

import java.util.function.Function;
import notjarvis.planner.brain.Decision;

/** What an answer of the model turned out to be. */
sealed interface Reading {

  record Usable(Decision decision) implements Reading {
    @Override
    public <R> R fold(Function<Usable, R> usable, Function<Unusable, R> unusable) {
      return usable.apply(this);
    }
  }

  /** Not a decision, or not a possible one; the model is told why. */
  record Unusable(String why) implements Reading {
    @Override
    public <R> R fold(Function<Usable, R> usable, Function<Unusable, R> unusable) {
      return unusable.apply(this);
    }
  }

  <R> R fold(Function<Usable, R> usable, Function<Unusable, R> unusable);
}
