package notjarvis.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import notjarvis.launcher.client.Resources;
import notjarvis.launcher.client.ServerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code jarvis prune}: deletes what is old, of all users of a server. */
@Command(
    name = "prune",
    mixinStandardHelpOptions = true,
    description =
        "Delete, for good, the conversations of all users in which nothing happened for a while,"
            + " and pictures as old as that. What is under way or waits for a yes stays.")
final class PruneCommand extends ResourceCommand {
  @Option(
      names = "--days",
      required = true,
      paramLabel = "N",
      converter = Days.class,
      description = "How many days nothing happened.")
  private int days;

  PruneCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Resources resources) throws ServerException, InterruptedException {
    JsonNode pruned = resources.post("/v1/prune", Map.of("days", days));
    show(
        "Deleted what is older than %s: %s and %s."
            .formatted(
                count(days, "day"),
                count(pruned.path("threads").asInt(), "conversation"),
                count(pruned.path("blobs").asInt(), "picture")));
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
