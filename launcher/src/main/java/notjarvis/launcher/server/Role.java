package notjarvis.launcher.server;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a process can do. */
public enum Role {
  GATEWAY,
  PLANNER,
  EXECUTOR,
  PERSISTENCE;

  /** The name in the configuration and in what processes tell each other. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Set<Role> all() {
    return EnumSet.allOf(Role.class);
  }

  static List<String> names(Collection<Role> roles) {
    return roles.stream().map(Role::wireName).toList();
  }

  /**
   * Reads {@code gateway,planner}.
   *
   * @throws IllegalArgumentException that names what is no role
   */
  static Set<Role> list(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(name -> of(name.strip()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
  }

  private static Role of(String name) {
    return Arrays.stream(values())
        .filter(role -> role.wireName().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"" + name + "\" is no role: " + String.join(", ", names(all()))));
  }
}
