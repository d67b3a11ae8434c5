package notjarvis.gateway.health;

/** That this instance runs. */
record Liveness(String status, String instance) {}
