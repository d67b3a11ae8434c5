package notjarvis.launcher.database;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A home of the product for one test; what runs in it is ended with the test. */
record TestHome(Path folder) implements AutoCloseable {

  /** A home in which nothing was started yet. */
  static TestHome in(Path parent) throws IOException {
    TestHome home = new TestHome(parent.toRealPath().resolve("home"));
    // unpacked once for all tests: the test of Binaries looks at the unpacking itself
    Path unpacked = Path.of("target", "postgres", Binaries.VERSION).toAbsolutePath();
    Files.createDirectories(unpacked.getParent());
    Binaries.in(unpacked, Platform.current());
    link(unpacked, home.postgres().resolve(Binaries.VERSION));
    return home;
  }

  Path postgres() {
    return folder.resolve("postgres");
  }

  Path data() {
    return postgres().resolve("data");
  }

  Path postmasterFile() {
    return data().resolve("postmaster.pid");
  }

  /** The process that the data folder names. */
  ProcessHandle server() {
    return PostmasterFile.read(postmasterFile())
        .flatMap(file -> ProcessHandle.of(file.pid()))
        .orElseThrow();
  }

  /** As {@code kill -9} does it. */
  void killServer() {
    ProcessHandle server = server();
    server.destroyForcibly();
    await().until(() -> !Server.isAlive(server));
  }

  /** The servers that have this home's data on their command line. */
  List<ProcessHandle> servers() {
    return ProcessHandle.allProcesses()
        .filter(Server::isAlive)
        .filter(process -> process.info().commandLine().orElse("").endsWith("-D " + data()))
        .toList();
  }

  @Override
  public void close() {
    for (ProcessHandle server : servers()) {
      List<ProcessHandle> all = Stream.concat(server.descendants(), Stream.of(server)).toList();
      all.forEach(ProcessHandle::destroyForcibly);
      await().until(() -> all.stream().noneMatch(Server::isAlive));
    }
  }

  /** Links, because the programs are large and nobody writes to them. */
  private static void link(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path copy = to.resolve(from.relativize(path));
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.createLink(copy, path);
        }
      }
    }
  }
}
