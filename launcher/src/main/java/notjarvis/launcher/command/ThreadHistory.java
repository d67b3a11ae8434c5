package notjarvis.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import notjarvis.history.RunView;
import notjarvis.json.Json;
import notjarvis.launcher.client.Resources;
import notjarvis.launcher.client.ServerException;

/** What happened in a conversation, in the stretches in which a server hands it out. */
final class ThreadHistory {
  private static final String STRETCH = "?limit=500";

  private final Resources resources;
  private final String path;
  private final Deque<JsonNode> checkpoints = new ArrayDeque<>();
  private final Map<UUID, RunView> runs = new HashMap<>();

  private ThreadHistory(Resources resources, String thread) {
    this.resources = resources;
    this.path = "/v1/threads/" + thread;
  }

  /** Its newest stretch: all runs that are not over are in it. */
  static ThreadHistory newest(Resources resources, String thread)
      throws ServerException, InterruptedException {
    ThreadHistory history = new ThreadHistory(resources, thread);
    history.read("");
    return history;
  }

  /** All of it. */
  static ThreadHistory whole(Resources resources, String thread)
      throws ServerException, InterruptedException {
    ThreadHistory history = new ThreadHistory(resources, thread);
    JsonNode stretch = history.read("");
    while (stretch.hasNonNull("nextBefore")) {
      stretch = history.read("&before=" + stretch.path("nextBefore").asLong());
    }
    return history;
  }

  private JsonNode read(String before) throws ServerException, InterruptedException {
    JsonNode stretch = resources.get(path + STRETCH + before);
    List<JsonNode> these = new ArrayList<>();
    stretch.path("checkpoints").forEach(these::add);
    Collections.reverse(these);
    these.forEach(checkpoints::addFirst);
    for (JsonNode each : stretch.path("runs")) {
      RunView run = Json.read(each.toString(), RunView.class);
      runs.putIfAbsent(run.runId(), run);
    }
    return stretch;
  }

  /** Its checkpoints in their order. */
  Collection<JsonNode> checkpoints() {
    return checkpoints;
  }

  /** Its runs in the order of their goals. */
  List<RunView> runs() {
    return runs.values().stream().sorted(Comparator.comparing(RunView::inputCheckpoint)).toList();
  }
}
