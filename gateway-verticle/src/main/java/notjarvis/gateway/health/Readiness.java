package notjarvis.gateway.health;

import notjarvis.journal.Health;

/** Whether this instance can take a goal. */
record Readiness(String status, Health database) {
  static Readiness of(Health database) {
    return new Readiness(database.ready() ? "UP" : "DOWN", database);
  }

  int httpStatus() {
    return database.ready() ? 200 : 503;
  }
}
