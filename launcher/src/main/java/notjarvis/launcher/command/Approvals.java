package notjarvis.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import notjarvis.control.ApprovalView;
import notjarvis.json.Json;
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

  /** Which run asks for it. */
  UUID runOf(UUID approval) throws ServerException, InterruptedException {
    String asked = resources.get("/v1/approvals/" + approval).toString();
    return Json.read(asked, ApprovalView.class).runId();
  }

  /** All that wait, in all conversations, the oldest first. */
  List<ApprovalView> waiting() throws ServerException, InterruptedException {
    List<ApprovalView> all = new ArrayList<>();
    for (JsonNode each : resources.get("/v1/approvals").path("approvals")) {
      all.add(Json.read(each.toString(), ApprovalView.class));
    }
    return all;
  }

  /** Whether nobody has answered it yet, and it still matters. */
  boolean waits(UUID approval) throws ServerException, InterruptedException {
    return verdict(approval).isEmpty();
  }

  /** What became of it: the name of a verdict, once there is one. */
  Optional<String> verdict(UUID approval) throws ServerException, InterruptedException {
    JsonNode verdict = resources.get("/v1/approvals/" + approval).path("approval").path("verdict");
    return verdict.isTextual() ? Optional.of(verdict.asText()) : Optional.empty();
  }

  void answer(UUID approval, boolean allowed) throws ServerException, InterruptedException {
    resources.post("/v1/approvals/" + approval, Map.of("approved", allowed));
  }
}
