package notjarvis.launcher.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs: unpacked once from the class path into the home, and checked since. */
final class Binaries {
  /** The version of the archives that the build brings. */
  static final String VERSION = "18.6.0";

  private static final Logger logger = LoggerFactory.getLogger(Binaries.class);

  /** Says what was unpacked; a folder that holds anything else is unpacked again. */
  private static final String MARKER = "unpacked";

  private final Path folder;
  private final Platform platform;

  private Binaries(Path folder, Platform platform) {
    this.folder = folder;
    this.platform = platform;
  }

  /** The first number of the version: data of another one cannot be read. */
  static String major() {
    return VERSION.substring(0, VERSION.indexOf('.'));
  }

  /** Unpacks the programs where this was not done before. One at a time: hold the lock. */
  static Binaries in(Path folder, Platform platform) {
    Binaries binaries = new Binaries(folder, platform);
    try {
      binaries.provide(binaries.archive());
      return binaries;
    } catch (IOException e) {
      throw DatabaseStartException.atFile("unpack PostgreSQL into " + folder, e);
    }
  }

  Path program(String name) {
    return folder.resolve("bin").resolve(platform.isWindows() ? name + ".exe" : name);
  }

  private URL archive() {
    URL archive = Binaries.class.getClassLoader().getResource(platform.archive());
    if (archive == null) {
      throw DatabaseStartException.because(
          "There is no embedded PostgreSQL for this computer (%s, %s%s)."
              .formatted(
                  platform.system(), platform.architecture(), platform.alpine() ? ", Alpine" : ""),
          "Install PostgreSQL or run it in a container.");
    }
    return archive;
  }

  private void provide(URL archive) throws IOException {
    long size = size(archive);
    Path marker = folder.resolve(MARKER);
    if (Files.exists(marker) && Files.readString(marker).equals(inventory(folder, size))) {
      return;
    }
    logger.info("Unpacking PostgreSQL {} into {} (once)", VERSION, folder);
    Path unfinished = folder.resolveSibling(VERSION + ".unfinished");
    DatabaseHome.remove(unfinished);
    unpack(archive, unfinished);
    DatabaseHome.write(unfinished.resolve(MARKER), inventory(unfinished, size));
    DatabaseHome.remove(folder);
    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private static long size(URL archive) throws IOException {
    URLConnection connection = archive.openConnection();
    connection.setUseCaches(false);
    connection.getInputStream().close();
    return connection.getContentLengthLong();
  }

  /** Which archive it was, how many files came of it and how many bytes are in them. */
  private static String inventory(Path folder, long archiveSize) throws IOException {
    long files = 0;
    long bytes = 0;
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        BasicFileAttributes attributes =
            Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isRegularFile() && !path.endsWith(MARKER)) {
          files++;
          bytes += attributes.size();
        }
      }
    }
    return "archive %d files %d bytes %d".formatted(archiveSize, files, bytes);
  }

  private static void unpack(URL archive, Path target) throws IOException {
    Files.createDirectory(target);
    try (var packed = new BufferedInputStream(archive.openStream());
        var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        place(tar, entry, target);
      }
    }
  }

  private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("the archive holds a path that leads out of it: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path);
    if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true)) {
      throw new IOException(path + " cannot be made executable");
    }
  }
}
