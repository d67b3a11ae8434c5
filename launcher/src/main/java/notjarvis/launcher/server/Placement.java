package notjarvis.launcher.server;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import notjarvis.config.ConfigurationException;
import notjarvis.launcher.cluster.Cluster;

/**
 * What a process does, and with whom.
 *
 * @param roles at least one
 * @param cluster where the other roles are found; none when they are all here
 */
public record Placement(Set<Role> roles, Optional<Cluster> cluster) {
  /** Names the roles of a process. */
  public static final String ROLES = "JARVIS_ROLES";

  /** Names the members of a cluster, this process first. */
  public static final String CLUSTER = "JARVIS_CLUSTER";

  public Placement {
    // in the order of the enum, which is the one that people read
    roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
  }

  /** All roles in one process. */
  static Placement whole() {
    return new Placement(Role.all(), Optional.empty());
  }

  /** Whether these settings make a process a part of something that is larger than it. */
  public static boolean isNamedIn(Map<String, String> values) {
    return text(values, ROLES).isPresent() || text(values, CLUSTER).isPresent();
  }

  /**
   * Reads {@code JARVIS_ROLES} and {@code JARVIS_CLUSTER}.
   *
   * @throws ConfigurationException that tells every fault at once
   */
  public static Placement read(Map<String, String> values) {
    List<String> faults = new ArrayList<>();
    Optional<Set<Role>> roles = read(values, ROLES, "--roles", Role::list, faults);
    Optional<Cluster> cluster = read(values, CLUSTER, "--cluster", Cluster::of, faults);
    Placement placement = new Placement(roles.orElseGet(Role::all), cluster);
    if (faults.isEmpty() && placement.isAlone() && !placement.missing().isEmpty()) {
      faults.add(
          "JARVIS_ROLES (or --roles) leaves out %s, and no cluster is named in which to find it:"
                  .formatted(String.join(", ", Role.names(placement.missing())))
              + " set JARVIS_CLUSTER (or --cluster), or leave the roles out");
    }
    if (!faults.isEmpty()) {
      throw new ConfigurationException(faults);
    }
    return placement;
  }

  private static <T> Optional<T> read(
      Map<String, String> values,
      String key,
      String option,
      Function<String, T> parse,
      List<String> faults) {
    try {
      return text(values, key).map(parse);
    } catch (IllegalArgumentException e) {
      faults.add(key + " (or " + option + "): " + e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<String> text(Map<String, String> values, String key) {
    return Optional.ofNullable(values.get(key)).filter(text -> !text.isBlank());
  }

  /** Whether this process finds nobody but itself. */
  boolean isAlone() {
    return cluster.isEmpty();
  }

  /** Whether this process has that role. */
  public boolean has(Role role) {
    return roles.contains(role);
  }

  private Set<Role> missing() {
    Set<Role> missing = EnumSet.allOf(Role.class);
    missing.removeAll(roles);
    return missing;
  }
}
