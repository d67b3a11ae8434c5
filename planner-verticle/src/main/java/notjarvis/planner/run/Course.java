package notjarvis.planner.run;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;

/** The way on from where a run stands. */
interface Course {
  /** Goes on until the run is over, parked or lost; the run that is to be claimed next. */
  Future<Optional<UUID>> from(Round round);
}
