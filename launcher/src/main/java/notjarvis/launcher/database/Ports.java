package notjarvis.launcher.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The port of the server: chosen once, kept in a file, left only if somebody else took it. */
final class Ports {
  /** Below what systems hand out to clients, so that it stays free while the server restarts. */
  private static final int LOWEST = 20_000;

  private static final int HIGHEST = 32_000;
  private static final int ATTEMPTS = 100;

  private final Path file;

  Ports(Path file) {
    this.file = file;
  }

  /** The port of last time, if it can be had now; else another one, which is kept. */
  int free() {
    return kept().filter(Ports::isFree).orElseGet(this::another);
  }

  /** Leaves the port of last time for another one. */
  int another() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (isFree(port)) {
        keep(port);
        return port;
      }
    }
    throw DatabaseStartException.because(
        "No free port for the embedded database between %d and %d on 127.0.0.1."
            .formatted(LOWEST, HIGHEST),
        "End what listens there.");
  }

  private Optional<Integer> kept() {
    try {
      return Files.exists(file)
          ? Optional.of(Integer.valueOf(Files.readString(file).strip()))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw DatabaseStartException.atFile("read " + file, e);
    }
  }

  private void keep(int port) {
    try {
      DatabaseHome.write(file, port + "\n");
    } catch (IOException e) {
      throw DatabaseStartException.atFile("keep its port in " + file, e);
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(!Platform.current().isWindows());
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
