package notjarvis.executor.desktop;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;

/** Executable files for tests, and the end of what they became. */
final class Scripts {
  private Scripts() {}

  static Path write(Path file, String body) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  /** A script that becomes the program, after it wrote its process id to a file. */
  static Path writeTraced(Path file, Path pidFile, String program) throws IOException {
    String trace = "echo $$ > '" + pidFile + ".new'; mv '" + pidFile + ".new' '" + pidFile + "'";
    return write(file, trace + "\nexec " + program);
  }

  static Optional<ProcessHandle> process(Path pidFile) throws IOException {
    return Files.exists(pidFile)
        ? ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
        : Optional.empty();
  }

  /** Ends the process that a traced script became, and all below it. */
  static void end(Path pidFile) throws Exception {
    Optional<ProcessHandle> process = process(pidFile);
    if (process.isPresent()) {
      Stream<ProcessHandle> below = process.get().descendants();
      for (ProcessHandle each : Stream.concat(process.stream(), below).toList()) {
        each.destroyForcibly();
        each.onExit().get(10, SECONDS);
      }
    }
  }
}
