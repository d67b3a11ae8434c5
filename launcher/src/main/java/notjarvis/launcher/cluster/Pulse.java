package notjarvis.launcher.cluster;

import java.util.List;

/**
 * What each member says of itself once a second.
 *
 * @param node its name in the cluster
 * @param roles what it does
 * @param ownDatabase whether it keeps the journal in a database that it started itself
 * @param unheard the members that it has not heard for a while
 */
public record Pulse(String node, List<String> roles, boolean ownDatabase, List<String> unheard) {
  public Pulse {
    roles = List.copyOf(roles);
    unheard = List.copyOf(unheard);
  }
}
