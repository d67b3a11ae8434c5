package notjarvis.launcher.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What the programs have to fit.
 *
 * @param system {@code linux}, {@code darwin} or {@code windows}, as the archives are named
 * @param architecture {@code x86_64} or {@code arm_64}, as the archives are named
 * @param alpine whether the C library is the one of Alpine
 */
record Platform(String system, String architecture, boolean alpine) {

  static Platform current() {
    return of(
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Files.exists(Path.of("/etc/alpine-release")));
  }

  /** From what Java calls them. */
  static Platform of(String osName, String osArch, boolean alpine) {
    String system = system(osName.toLowerCase(Locale.ROOT));
    // what there is for macOS runs on both, and Windows on ARM runs programs for x86-64
    boolean linux = system.equals("linux");
    return new Platform(system, linux ? architecture(osArch) : "x86_64", alpine);
  }

  /** The archive with the programs, as it lies on the class path. */
  String archive() {
    return "postgres-%s-%s%s.txz".formatted(system, architecture, alpine ? "-alpine_linux" : "");
  }

  boolean isLinux() {
    return system.equals("linux");
  }

  boolean isWindows() {
    return system.equals("windows");
  }

  private static String system(String osName) {
    if (osName.startsWith("windows")) {
      return "windows";
    }
    return osName.startsWith("mac") ? "darwin" : osName;
  }

  private static String architecture(String osArch) {
    return switch (osArch) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default -> osArch;
    };
  }
}
