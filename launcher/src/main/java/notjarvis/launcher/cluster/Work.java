package notjarvis.launcher.cluster;

import java.util.List;

/**
 * What a member does.
 *
 * @param roles their names
 * @param ownDatabase whether it keeps the journal in a database that it started itself
 */
public record Work(List<String> roles, boolean ownDatabase) {
  public Work {
    roles = List.copyOf(roles);
  }
}
