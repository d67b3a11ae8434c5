package notjarvis.launcher.terminal;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import notjarvis.json.Json;
import notjarvis.launcher.client.Ending;
import notjarvis.sse.ServerSentEvent;

/** Prints each event of a run as one line of JSON, for programs. */
public final class JsonPrinter implements Consumer<ServerSentEvent> {
  private final PrintStream out;

  public JsonPrinter(PrintStream out) {
    this.out = out;
  }

  @Override
  public void accept(ServerSentEvent event) {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("event", event.event());
    if (!event.id().isEmpty()) {
      line.put("id", event.id());
    }
    line.put("text", event.data());
    print(line);
  }

  /** Words that are no event of the run. */
  public void notice(String text) {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("event", "notice");
    line.put("text", text);
    print(line);
  }

  /** The last line. */
  public void end(Ending ending) {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("event", "done");
    line.put("run_id", ending.runId());
    line.put("outcome", ending.state().name().toLowerCase(Locale.ROOT));
    print(line);
  }

  /** The last line when there was no end. */
  public void trouble(String message, Optional<String> runId) {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("event", "error");
    runId.ifPresent(id -> line.put("run_id", id));
    line.put("text", message);
    print(line);
  }

  private void print(Map<String, String> line) {
    out.println(Clean.json(Json.write(line)));
    out.flush();
  }
}
