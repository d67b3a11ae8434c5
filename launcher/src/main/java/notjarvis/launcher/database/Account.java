package notjarvis.launcher.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * As whom PostgreSQL's programs run. They refuse to run as root, so root has to step down first.
 *
 * @param prefix the command that steps down and then becomes the program
 * @param owner whose the data has to be, where that is not plain
 */
record Account(List<String> prefix, Optional<String> owner) {

  /** As ourselves. */
  static final Account OURS = new Account(List.of(), Optional.empty());

  /**
   * Root without its name: in a user namespace of its own the process is still the owner of our
   * files, yet is not root in its own eyes and has no privilege.
   */
  static final Account NAMELESS = new Account(List.of("unshare", "-U"), Optional.of("root"));

  /**
   * Another user, for containers that refuse user namespaces. One privilege is left, to reach the
   * data in a folder that only root may enter.
   */
  static final Account NOBODY =
      new Account(
          List.of(
              "setpriv",
              "--reuid=nobody",
              "--regid=65534",
              "--clear-groups",
              "--no-new-privs",
              "--securebits=+no_setuid_fixup", // else access(2) forgets the privilege
              "--inh-caps=-all,+dac_override",
              "--ambient-caps=-all,+dac_override",
              "--bounding-set=-all,+dac_override"),
          Optional.of("nobody"));

  Account {
    prefix = List.copyOf(prefix);
  }

  /** What may be tried here, the best first. */
  static List<Account> candidates(Platform platform) {
    if (platform.isWindows() || new UnixSystem().getUid() != 0) {
      return List.of(OURS);
    }
    return platform.isLinux() ? List.of(NAMELESS, NOBODY) : List.of();
  }

  /** Makes a file or folder, with all that is in it, the account's own, where it is not. */
  void take(Path path) throws IOException {
    if (owner.isEmpty() || !Files.exists(path)) {
      return;
    }
    UserPrincipal user =
        path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner.get());
    if (!Files.getOwner(path).equals(user)) {
      Files.walkFileTree(path, new Handover(user));
    }
  }

  private static final class Handover extends SimpleFileVisitor<Path> {
    private final UserPrincipal user;

    Handover(UserPrincipal user) {
      this.user = user;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      return give(file);
    }

    /** A folder after what is in it: where this breaks off, the next start sees it. */
    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      return give(folder);
    }

    private FileVisitResult give(Path path) throws IOException {
      Files.setAttribute(path, "owner:owner", user, LinkOption.NOFOLLOW_LINKS);
      return FileVisitResult.CONTINUE;
    }
  }
}
