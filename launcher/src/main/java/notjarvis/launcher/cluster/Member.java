package notjarvis.launcher.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where one process of a cluster is found by the others.
 *
 * @param host a name or an address, an IPv6 one without brackets
 * @param port for membership; {@link #LIVENESS_OFFSET} above it is used too
 */
public record Member(String host, int port) {

  /** How far above its port a member listens for those who watch whether it lives. */
  static final int LIVENESS_OFFSET = 20_000;

  private static final int HIGHEST_PORT = 65_535 - LIVENESS_OFFSET;
  private static final Pattern ADDRESS =
      Pattern.compile("(\\[(?<v6>[0-9a-fA-F:.]+)]|(?<name>[A-Za-z0-9.-]+)):(?<port>\\d{1,5})");

  /**
   * Reads {@code host:port,host:port}.
   *
   * @throws IllegalArgumentException that names the address which is none
   */
  public static List<Member> list(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).map(Member::of).toList();
  }

  private static Member of(String text) {
    Matcher parts = ADDRESS.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not an address of the form host:port");
    }
    int port = Integer.parseInt(parts.group("port"));
    if (port < 1 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException(
          "the port of \"" + text + "\" has to be from 1 to " + HIGHEST_PORT);
    }
    String v6 = parts.group("v6");
    return new Member(v6 == null ? parts.group("name") : v6, port);
  }

  /** All of them, as JGroups reads a list of hosts. */
  static String hosts(List<Member> members) {
    return members.stream()
        .map(member -> member.host() + "[" + member.port() + "]")
        .collect(Collectors.joining(","));
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
