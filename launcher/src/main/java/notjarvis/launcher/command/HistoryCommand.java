package notjarvis.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import notjarvis.history.RunView;
import notjarvis.journal.Checkpoint;
import notjarvis.json.Json;
import notjarvis.launcher.client.Resources;
import notjarvis.launcher.client.ServerException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jarvis history}: what happened in a conversation or a run, or the state at a point. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = "Show what happened in a conversation: its checkpoints, then its runs.")
final class HistoryCommand extends ResourceCommand {
  private final Surroundings surroundings;

  @Mixin private final JsonOption json = new JsonOption();

  @Mixin private final ThreadOption thread = new ThreadOption();

  @Option(
      names = "--checkpoint",
      paramLabel = "N",
      converter = CheckpointNumber.class,
      description = "Show the complete state at this checkpoint, as JSON.")
  private @Nullable Long checkpoint;

  @Option(
      names = "--run",
      paramLabel = "ID",
      converter = Id.class,
      description = "Show this run again as it was seen, whichever conversation it belongs to.")
  private @Nullable UUID run;

  HistoryCommand(Surroundings surroundings) {
    super(surroundings);
    this.surroundings = surroundings;
  }

  @Override
  void run(Resources resources) throws ServerException, InterruptedException {
    if (run != null) {
      replay(resources, run);
      return;
    }
    if (checkpoint != null) {
      String path = "/v1/threads/" + thread.name;
      JsonNode state = resources.get(path + "/state?checkpoint=" + checkpoint).path("state");
      show(json.wanted ? state.toString() : state.toPrettyString());
      return;
    }
    ThreadHistory history = ThreadHistory.whole(resources, thread.name);
    for (JsonNode each : history.checkpoints()) {
      show(json.wanted ? each.toString() : line(Json.read(each.toString(), Checkpoint.class)));
    }
    if (!json.wanted) {
      history.runs().stream().map(HistoryCommand::line).forEach(this::show);
    }
  }

  private void replay(Resources resources, UUID runId)
      throws ServerException, InterruptedException {
    if (json.wanted) {
      resources.stream(Replay.stream(runId), event -> show(event.data()));
    } else {
      Replay.show(resources, runId, surroundings.out());
    }
  }

  /** The beginning of the run's id tells which of those below it belongs to. */
  private static String line(Checkpoint checkpoint) {
    return "%5d  %.8s  %s"
        .formatted(
            checkpoint.checkpointId(),
            checkpoint.runId(),
            checkpoint.entry().fold(new InOneLine()));
  }

  private static String line(RunView run) {
    return "run %s  %-10s  %s"
        .formatted(run.runId(), run.status().wireName(), InOneLine.of(run.goal()));
  }
}
