package notjarvis.gateway.run;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import notjarvis.run.RunEvent;
import org.jspecify.annotations.Nullable;

/** The streams that are open here, by the run that they follow. */
public final class Followers {
  private final Map<UUID, RunStream> streams = new ConcurrentHashMap<>();

  /** Hands an event to whoever follows its run. */
  public void tell(RunEvent event) {
    @Nullable RunStream stream = streams.get(event.runId());
    if (stream != null) {
      stream.take(event);
    }
  }

  /** To be called once a heartbeat. */
  public void beat() {
    List.copyOf(streams.values()).forEach(RunStream::beat);
  }

  /** The runs of open streams to which nothing was told since the last time that this was asked. */
  List<UUID> quiet() {
    return streams.entrySet().stream()
        .filter(each -> each.getValue().wasQuiet())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Ends all open streams, and tells their readers that the server stops; the runs go on. */
  public void leave() {
    List.copyOf(streams.values()).forEach(RunStream::leave);
  }

  /** How many are open; may be asked by any thread. */
  public int count() {
    return streams.size();
  }

  void add(UUID runId, RunStream stream) {
    streams.put(runId, stream);
  }

  void remove(UUID runId, RunStream stream) {
    streams.remove(runId, stream);
  }
}
