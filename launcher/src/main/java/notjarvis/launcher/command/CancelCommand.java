package notjarvis.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import notjarvis.history.RunView;
import notjarvis.json.Json;
import notjarvis.launcher.client.Resources;
import notjarvis.launcher.client.ServerException;
import notjarvis.run.RunStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code jarvis cancel}: asks a run to stop, or all that a conversation has under way. */
@Command(
    name = "cancel",
    mixinStandardHelpOptions = true,
    description = "Ask what runs or waits to stop; what was done stays done.")
final class CancelCommand extends ResourceCommand {
  @Mixin private final ThreadOption thread = new ThreadOption();

  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      converter = Id.class,
      description = "Which run (default: all that run or wait in the conversation).")
  private @Nullable UUID run;

  private List<UUID> asked = List.of();

  CancelCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Resources resources) throws ServerException, InterruptedException {
    List<UUID> runs = run == null ? underWay(resources) : List.of(run);
    if (runs.isEmpty()) {
      show("Nothing runs or waits in \"" + thread.name + "\".");
    }
    asked = runs;
    for (UUID each : runs) {
      JsonNode stands = resources.post("/v1/runs/" + each + "/cancel", Map.of());
      show("Run " + each + became(Json.read(stands.path("status").toString(), RunStatus.class)));
    }
  }

  @Override
  void seeThrough(Resources resources) throws ServerException, InterruptedException {
    for (UUID each : asked) {
      follow(resources, each);
    }
  }

  /** The last first, so that none begins because the one before it ended. */
  private List<UUID> underWay(Resources resources) throws ServerException, InterruptedException {
    List<UUID> runs = new ArrayList<>();
    for (RunView each : ThreadHistory.newest(resources, thread.name).runs()) {
      if (!each.status().isOver()) {
        runs.add(each.runId());
      }
    }
    Collections.reverse(runs);
    return runs;
  }

  private static String became(RunStatus status) {
    if (status == RunStatus.CANCELLED) {
      return " is stopped.";
    }
    return status.isOver()
        ? " is over already (" + status.wireName() + ")."
        : " was asked to stop.";
  }
}
