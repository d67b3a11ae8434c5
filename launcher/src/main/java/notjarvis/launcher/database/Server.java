package notjarvis.launcher.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A running server. */
record Server(ProcessHandle process, int port) {

  boolean isAlive() {
    return isAlive(process);
  }

  /** Whether a process still does something: one that nobody has buried yet does not. */
  static boolean isAlive(ProcessHandle process) {
    return process.isAlive() && !isZombie(process.pid());
  }

  /** In a container often nobody buries the children of those who died. */
  private static boolean isZombie(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return false;
    }
  }
}
