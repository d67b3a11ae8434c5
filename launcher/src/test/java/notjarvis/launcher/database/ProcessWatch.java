package notjarvis.launcher.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Looks again and again at what other processes can see of those that we start. */
final class ProcessWatch {
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final Thread thread = new Thread(this::look, "process-watch");
  private volatile boolean ended;

  static ProcessWatch begin() {
    ProcessWatch watch = new ProcessWatch();
    watch.thread.start();
    return watch;
  }

  void end() throws InterruptedException {
    ended = true;
    thread.join();
  }

  /** All command lines and environments that there were. */
  Set<String> seen() {
    return seen;
  }

  static String environment(ProcessHandle process) {
    return read(process, "environ");
  }

  /** The session that a process is in, named by the process that began it. */
  static long session(ProcessHandle process) {
    String stat = read(process, "stat");
    return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", 6)[3]);
  }

  private void look() {
    while (!ended) {
      ProcessHandle.current()
          .descendants()
          .forEach(
              process -> {
                seen.add(read(process, "cmdline"));
                seen.add(read(process, "environ"));
              });
    }
  }

  private static String read(ProcessHandle process, String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
    } catch (IOException e) {
      return "";
    }
  }
}
