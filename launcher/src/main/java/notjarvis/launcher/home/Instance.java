package notjarvis.launcher.home;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A process that runs in a home.
 *
 * @param pid its process id
 * @param host the address that it listens on; records of old have none and mean {@code 127.0.0.1}
 * @param port where it takes goals; 0 when it takes none
 * @param id made anew at each start; the server repeats it, so that a stale record is noticed
 * @param roles what it does, by name; records of old have none and mean all
 * @param settings the {@link SettingsMark} of what it was started with; records of old have none
 * @param standing whether it runs until it is told to stop; if not, it ends with the command that
 *     started it. Records of old say nothing
 */
public record Instance(
    long pid,
    @Nullable String host,
    int port,
    String id,
    @Nullable String roles,
    @Nullable String settings,
    @Nullable Boolean standing) {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int HIGHEST_PORT = 65_535;

  public Instance {
    Objects.requireNonNull(id);
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("no port: " + port);
    }
    URI.create(address(host, port));
  }

  /** Whether goals can be given to it. */
  public boolean takesGoals() {
    return port > 0;
  }

  /** Whether somebody keeps it running, so that it comes back when it was lost. */
  public boolean isStanding() {
    return Boolean.TRUE.equals(standing);
  }

  /** For people: which process it is, and what it does there. */
  public String who() {
    String what = takesGoals() ? " at " + address() : " as " + roles;
    return "process " + pid + what;
  }

  /** Where one that takes goals is reached from this machine. */
  public URI address() {
    return URI.create(address(host, port));
  }

  private static String address(@Nullable String host, int port) {
    return "http://" + reachable(host == null ? LOOPBACK : host) + ":" + port;
  }

  /** What listens everywhere is reached on loopback. */
  private static String reachable(String host) {
    return switch (host) {
      case "0.0.0.0" -> LOOPBACK;
      case "::" -> "[::1]";
      default -> host.contains(":") ? "[" + host + "]" : host;
    };
  }
}
