package notjarvis.launcher.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    copy(unpacked, home.postgres().resolve(Binaries.VERSION));
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
    server.onExit().join();
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
      server.destroyForcibly();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(
            path,
            to.resolve(from.relativize(path)),
            LinkOption.NOFOLLOW_LINKS,
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
