package notjarvis.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
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
  private static final String STRETCH = "?limit=500";

  @Mixin private final JsonOption json = new JsonOption();

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
      JsonNode state = resources.get(path + "/state?checkpoint=" + checkpoint).path("state");
      show(json.wanted ? state.toString() : state.toPrettyString());
      return;
    }
    for (JsonNode each : checkpoints(resources, path)) {
      show(json.wanted ? each.toString() : line(Json.read(each.toString(), Checkpoint.class)));
    }
  }

  /** All of them, though the server hands them out in stretches, the newest first. */
  private static Iterable<JsonNode> checkpoints(Resources resources, String path)
      throws ServerException, InterruptedException {
    Deque<JsonNode> all = new ArrayDeque<>();
    JsonNode stretch = resources.get(path + STRETCH);
    while (true) {
      List<JsonNode> these = new ArrayList<>();
      stretch.path("checkpoints").forEach(these::add);
      Collections.reverse(these);
      these.forEach(all::addFirst);
      if (!stretch.hasNonNull("nextBefore")) {
        return all;
      }
      stretch = resources.get(path + STRETCH + "&before=" + stretch.path("nextBefore").asLong());
    }
  }

  private static String line(Checkpoint checkpoint) {
    return "%5d  %s".formatted(checkpoint.checkpointId(), checkpoint.entry().fold(new InOneLine()));
  }
}
