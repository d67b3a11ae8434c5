package notjarvis.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import notjarvis.launcher.client.Resources;
import notjarvis.launcher.client.ServerException;

/** What waits for the person's yes. */
final class Approvals {
  private final Resources resources;

  Approvals(Resources resources) {
    this.resources = resources;
  }

  /** What a run waits for, if it does. */
  Optional<UUID> ofRun(String runId) throws ServerException, InterruptedException {
    for (JsonNode each : resources.get("/v1/approvals").path("approvals")) {
      if (each.path("runId").asText().equals(runId)) {
        return Optional.of(UUID.fromString(each.path("approval").path("approvalId").asText()));
      }
    }
    return Optional.empty();
  }

  /** Whether nobody has answered it yet, and it still matters. */
  boolean waits(UUID approval) throws ServerException, InterruptedException {
    return !resources.get("/v1/approvals/" + approval).path("approval").hasNonNull("verdict");
  }

  void answer(UUID approval, boolean allowed) throws ServerException, InterruptedException {
    resources.post("/v1/approvals/" + approval, Map.of("approved", allowed));
  }
}
