package notjarvis.gateway.health;

import java.util.List;
import notjarvis.journal.Health;
import notjarvis.run.PlannerHealth;

/**
 * Whether this instance can take a goal.
 *
 * @param missing the roles that no process has: without an executor goals are taken, and whatever
 *     needs one has to wait
 */
record Readiness(String status, Health database, PlannerHealth planner, List<String> missing) {
  private static final String UP = "UP";

  Readiness {
    missing = List.copyOf(missing);
  }

  static Readiness of(Health database, PlannerHealth planner, List<String> missing) {
    String status = database.ready() && planner.ready() ? UP : "DOWN";
    return new Readiness(status, database, planner, missing);
  }

  int httpStatus() {
    return status.equals(UP) ? 200 : 503;
  }
}
