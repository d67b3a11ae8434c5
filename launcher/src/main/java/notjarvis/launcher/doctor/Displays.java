package notjarvis.launcher.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks the display that an environment names whether it is there, as its programs would. It is not
 * drawn upon.
 *
 * @param x11Folder where X servers have their sockets
 */
record Displays(Path x11Folder) {
  static final Displays OF_THIS_HOST = new Displays(Path.of("/tmp/.X11-unix"));

  private static final Pattern X11 =
      Pattern.compile("(?<host>.*):(?<number>[0-9]{1,5})(?:\\.[0-9]+)?");
  private static final Path OPEN_SOCKETS = Path.of("/proc/net/unix");
  private static final int FIRST_PORT = 6_000;
  private static final int LAST_NUMBER = 65_535 - FIRST_PORT;
  private static final int PATIENCE_MS = 2_000;

  /** The variable that names the display; programs look at Wayland first. */
  static Optional<String> variable(Map<String, String> environment) {
    return Stream.of("WAYLAND_DISPLAY", "DISPLAY")
        .filter(name -> !environment.getOrDefault(name, "").isBlank())
        .findFirst();
  }

  /** Whether somebody listens where this variable points. */
  boolean answers(String variable, Map<String, String> environment) {
    String display = environment.getOrDefault(variable, "");
    return variable.equals("WAYLAND_DISPLAY")
        ? wayland(display, environment.getOrDefault("XDG_RUNTIME_DIR", ""))
        : x11(display);
  }

  private static boolean wayland(String display, String runtimeFolder) {
    Path socket = Path.of(runtimeFolder).resolve(display);
    return socket.isAbsolute() && listens(socket);
  }

  private boolean x11(String display) {
    Matcher parts = X11.matcher(display);
    if (!parts.matches()) {
      return false;
    }
    String host = parts.group("host");
    int number = Integer.parseInt(parts.group("number"));
    return switch (host) {
      case "unix" -> local(number);
      case "" -> local(number) || remote("localhost", number);
      default -> remote(host, number);
    };
  }

  private boolean local(int number) {
    Path socket = x11Folder.resolve("X" + number);
    return listens(socket) || listensByNameAlone(socket);
  }

  private static boolean listens(Path socket) {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      return channel.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Linux knows sockets that are no files, which Java cannot connect to; they are listed. */
  private static boolean listensByNameAlone(Path socket) {
    try (Stream<String> sockets = Files.lines(OPEN_SOCKETS)) {
      return sockets.anyMatch(line -> line.endsWith(" @" + socket));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean remote(String host, int number) {
    if (number > LAST_NUMBER) {
      return false;
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, FIRST_PORT + number), PATIENCE_MS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
