package notjarvis.action;

import java.util.List;

/**
 * An executor says that it is there and what it can do; repeated every second.
 *
 * @param instance the stable identity of the executor, also the name of its channel
 * @param host the name of its host, for people
 * @param actions what it can do
 */
public record ExecutorAnnounced(String instance, String host, List<ActionSpec> actions) {
  public ExecutorAnnounced {
    actions = List.copyOf(actions);
  }
}
