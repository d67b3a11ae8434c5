package notjarvis.launcher.home;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import notjarvis.failure.Failure;

/** Who else could put files into a folder, and so make us run or believe theirs. */
final class Strangers {
  private Strangers() {}

  /**
   * Refuses a folder that is not safe from them. It is not made safe: it may be that others need
   * it.
   *
   * @throws Failure with words for the person
   */
  static void keepOut(Path folder) throws IOException {
    if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) == null) {
      return;
    }
    PosixFileAttributes attributes = Files.readAttributes(folder, PosixFileAttributes.class);
    fault(folder, attributes)
        .ifPresent(
            fault -> {
              throw Failure.unavailable(fault);
            });
  }

  private static Optional<String> fault(Path folder, PosixFileAttributes attributes)
      throws IOException {
    if (!Files.getAttribute(folder, "unix:uid").equals((int) new UnixSystem().getUid())) {
      return Optional.of(
          "%s belongs to %s, so it cannot be the home of Not-Jarvis. Set JARVIS_HOME to your own."
              .formatted(folder, attributes.owner().getName()));
    }
    if (attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
      return Optional.of(
          ("Everybody can write into %s, so it cannot be the home of Not-Jarvis."
                  + " Set JARVIS_HOME to another folder.")
              .formatted(folder));
    }
    if (attributes.permissions().contains(PosixFilePermission.GROUP_WRITE)) {
      return Optional.of(
          ("A group can write into %1$s, so it cannot be the home of Not-Jarvis. If the folder is"
                  + " for you alone: chmod 700 %1$s; else set JARVIS_HOME to another one.")
              .formatted(folder));
    }
    return Optional.empty();
  }
}
