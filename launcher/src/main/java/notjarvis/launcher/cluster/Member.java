package notjarvis.launcher.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;

/**
 * Where one process of a cluster is found by the others.
 *
 * @param host an address of this machine that no other one can reach, an IPv6 one without brackets
 * @param port where it hears them
 */
public record Member(String host, int port) {
  private static final int HIGHEST_PORT = 65_535;
  private static final Pattern ADDRESS =
      Pattern.compile("(\\[(?<v6>[0-9a-fA-F:.]+)]|(?<name>[A-Za-z0-9.-]+)):(?<port>\\d{1,5})");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|::1", Pattern.CASE_INSENSITIVE);

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
    String v6 = parts.group("v6");
    String host = v6 == null ? parts.group("name") : v6;
    if (!LOOPBACK.matcher(host).matches()) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is not on this machine; members trust each other, so for now it has"
              + " to be localhost or 127.0.0.1");
    }
    int port = Integer.parseInt(parts.group("port"));
    if (port < 1 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException(
          "the port of \"" + text + "\" has to be from 1 to " + HIGHEST_PORT);
    }
    return new Member(host, port);
  }

  /**
   * Asks for the port; whoever takes it for good may still be too late.
   *
   * @throws Failure when another program has it
   */
  void demandFree() {
    try {
      new ServerSocket(port, 1, InetAddress.getByName(host)).close();
    } catch (IOException e) {
      throw new Failure(
          FailureCode.CONFLICT,
          "The cluster cannot find this process at %s (%s). Another program may listen there: name another port first in --cluster."
              .formatted(this, e.getMessage()));
    }
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
