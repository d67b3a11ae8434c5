package notjarvis.launcher.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import notjarvis.json.Json;

/** The record of the instance that runs in a home. */
public final class InstanceFile {
  private final Path path;

  InstanceFile(Path path) {
    this.path = path;
  }

  /** What is written there; nothing when there is no record or it cannot be read. */
  public Optional<Instance> read() {
    try {
      return Optional.of(Json.read(Files.readAllBytes(path), Instance.class));
    } catch (NoSuchFileException | IllegalArgumentException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  /** Writes the record whole or not at all. */
  public void write(Instance instance) {
    try {
      Path draft = Files.createTempFile(path.toAbsolutePath().getParent(), "instance", ".draft");
      Files.write(draft, Json.writeBytes(instance));
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + path, e);
    }
  }

  /** Takes the record away. */
  public void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + path, e);
    }
  }
}
