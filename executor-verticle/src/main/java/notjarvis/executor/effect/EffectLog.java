package notjarvis.executor.effect;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import notjarvis.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One small file for each action that leaves a trace in the world: written before the action
 * begins, and again when it has ended. What is written survives the process and the machine. There
 * is no order among the files and nothing to compact, so a crash can damage none but the last one,
 * which is then not there at all.
 */
public final class EffectLog {
  private static final Logger LOG = LoggerFactory.getLogger(EffectLog.class);

  /** Nobody asks for an action again after so long. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final Vertx vertx;
  private final Path folder;

  private EffectLog(Vertx vertx, Path folder) {
    this.vertx = vertx;
    this.folder = folder;
  }

  /**
   * Opens the log in a folder of its own, made if need be; what is older than a month is forgotten.
   * It blocks.
   *
   * @param home a folder that its owner alone can read
   * @throws IllegalStateException that names the folder when it cannot be used
   */
  public static EffectLog open(Vertx vertx, Path home) {
    Path folder = home.resolve("effects");
    try {
      Files.createDirectories(folder);
      forgetOld(folder);
      return new EffectLog(vertx, folder);
    } catch (IOException e) {
      throw new IllegalStateException(
          "The executor cannot keep its log in " + folder + ": check who owns it.", e);
    }
  }

  private static void forgetOld(Path folder) throws IOException {
    Instant limit = Instant.now().minus(KEPT);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
          Files.delete(file);
        }
      }
    }
  }

  /** What is known of an action; nothing when it was never begun here. */
  public Future<Optional<Trace>> find(String id) {
    return vertx.executeBlocking(() -> read(id), false);
  }

  /** Notes a trace, and completes when no crash can take it back. */
  public Future<Void> note(Trace trace) {
    return vertx.executeBlocking(() -> write(trace), false);
  }

  private Optional<Trace> read(String id) throws IOException {
    try {
      return Optional.of(Json.read(Files.readAllBytes(file(id)), Trace.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private Void write(Trace trace) throws IOException {
    Path draft = Files.createTempFile(folder, "draft", ".new");
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(Json.writeBytes(trace));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, file(trace.id()), StandardCopyOption.ATOMIC_MOVE);
    syncFolder();
    return null;
  }

  /** The name of a file is durable once its folder is; systems that cannot sync one need not. */
  private void syncFolder() {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      LOG.debug("{} cannot be synced by itself", folder, e);
    }
  }

  private Path file(String id) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(id.getBytes(StandardCharsets.UTF_8));
      return folder.resolve(HexFormat.of().formatHex(hash) + ".json");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
