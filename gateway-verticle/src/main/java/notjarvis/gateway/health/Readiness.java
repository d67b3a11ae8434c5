package notjarvis.gateway.health;

import notjarvis.journal.Health;
import notjarvis.run.PlannerHealth;

/** Whether this instance can take a goal. */
record Readiness(String status, Health database, PlannerHealth planner) {
  private static final String UP = "UP";

  static Readiness of(Health database, PlannerHealth planner) {
    return new Readiness(database.ready() && planner.ready() ? UP : "DOWN", database, planner);
  }

  int httpStatus() {
    return status.equals(UP) ? 200 : 503;
  }
}
