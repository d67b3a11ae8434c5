package notjarvis.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;
import notjarvis.control.ApprovalView;
import notjarvis.launcher.client.Resources;
import notjarvis.launcher.client.ServerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jarvis threads}: a line for each conversation. */
@Command(
    name = "threads",
    mixinStandardHelpOptions = true,
    description = "List the conversations, the newest first.")
final class ThreadsCommand extends ResourceCommand {
  @Mixin private final JsonOption json = new JsonOption();

  ThreadsCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Resources resources) throws ServerException, InterruptedException {
    Set<String> asking =
        new Approvals(resources)
            .waiting().stream().map(ApprovalView::threadId).collect(Collectors.toSet());
    for (JsonNode thread : resources.get("/v1/threads").path("threads")) {
      show(json.wanted ? thread.toString() : line(thread, asking));
    }
  }

  private static String line(JsonNode thread, Set<String> asking) {
    String fork =
        thread.hasNonNull("forkedFrom")
            ? "  (fork of %s at %s)"
                .formatted(
                    thread.path("forkedFrom").asText(), thread.path("forkedCheckpoint").asText())
            : "";
    return "%-20s  %5s  %s%s%s"
        .formatted(
            thread.path("threadId").asText(),
            thread.path("head").asText(),
            thread.path("title").asText(),
            underWay(thread, asking),
            fork);
  }

  private static String underWay(JsonNode thread, Set<String> asking) {
    if (asking.contains(thread.path("threadId").asText())) {
      return "  (waits for your answer)";
    }
    return thread.path("busy").asBoolean() ? "  (running)" : "";
  }
}
