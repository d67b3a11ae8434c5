package notjarvis.planner.run;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import notjarvis.run.Cursor;

/** What came of writing a decision down. */
sealed interface Written {
  /**
   * It is durable.
   *
   * @param round the run after it
   * @param nextRun the run of the thread that is to be claimed next, if this one gave way
   */
  record Committed(Round round, Cursor cursor, Optional<UUID> nextRun) implements Written {
    @Override
    public <R> R fold(Function<Committed, R> committed, Function<Behind, R> behind) {
      return committed.apply(this);
    }
  }

  /**
   * It is not: the person said something first.
   *
   * @param round the run after that
   */
  record Behind(Round round) implements Written {
    @Override
    public <R> R fold(Function<Committed, R> committed, Function<Behind, R> behind) {
      return behind.apply(this);
    }
  }

  /** What each of them is turned into. */
  <R> R fold(Function<Committed, R> committed, Function<Behind, R> behind);
}
