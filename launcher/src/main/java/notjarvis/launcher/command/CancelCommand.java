package notjarvis.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import notjarvis.launcher.client.Resources;
import notjarvis.launcher.client.ServerException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code jarvis cancel}: asks a run to stop. */
@Command(
    name = "cancel",
    mixinStandardHelpOptions = true,
    description = "Ask a run to stop; what it has done stays done.")
final class CancelCommand extends ResourceCommand {
  @Parameters(paramLabel = "RUN", converter = Id.class, description = "Which run.")
  private @Nullable UUID run;

  CancelCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Resources resources) throws ServerException, InterruptedException {
    JsonNode stands = resources.post("/v1/runs/" + run + "/cancel", Map.of());
    show("Run " + run + " is " + stands.path("status").asText() + " and was asked to stop.");
  }
}
