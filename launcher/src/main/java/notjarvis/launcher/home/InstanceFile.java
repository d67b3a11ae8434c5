package notjarvis.launcher.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import notjarvis.failure.Failure;
import notjarvis.json.Json;

/** The record of the instance that runs in a home. */
public final class InstanceFile {
  private final Path path;

  InstanceFile(Path path) {
    this.path = path;
  }

  /** What is written there; nothing when there is no record, or none that can be read. */
  public Optional<Instance> read() {
    try {
      return Optional.of(Json.read(Files.readAllBytes(path), Instance.class));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Writes the record whole or not at all.
   *
   * @throws Failure with words for the person when it cannot be written
   */
  public void write(Instance instance) {
    try {
      Path draft = Files.createTempFile(path.toAbsolutePath().getParent(), "instance", ".draft");
      Files.write(draft, Json.writeBytes(instance));
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw Failure.unavailable(
          "Cannot write %s (%s). Check who owns it and that the disk is not full."
              .formatted(path, Reason.of(e)));
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
