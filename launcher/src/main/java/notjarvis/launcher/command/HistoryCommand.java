package notjarvis.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import notjarvis.journal.Checkpoint;
import notjarvis.json.Json;
import notjarvis.launcher.client.Resources;
import notjarvis.launcher.client.ServerException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jarvis history}: what happened in a conversation, or its state at a point of it. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = "Show what happened in a conversation, a line for each checkpoint.")
final class HistoryCommand extends ResourceCommand {
  @Mixin private final ThreadOption thread = new ThreadOption();

  @Option(
      names = "--checkpoint",
      paramLabel = "N",
      converter = CheckpointNumber.class,
      description = "Show the complete state at this checkpoint, as JSON.")
  private @Nullable Long checkpoint;

  HistoryCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Resources resources) throws ServerException, InterruptedException {
    String path = "/v1/threads/" + thread.name;
    if (checkpoint != null) {
      show(resources.get(path + "/state?checkpoint=" + checkpoint).path("state").toPrettyString());
      return;
    }
    for (JsonNode each : resources.get(path).path("checkpoints")) {
      show(line(Json.read(each.toString(), Checkpoint.class)));
    }
  }

  private static String line(Checkpoint checkpoint) {
    return "%5d  %s".formatted(checkpoint.checkpointId(), checkpoint.entry().fold(new InOneLine()));
  }
}
