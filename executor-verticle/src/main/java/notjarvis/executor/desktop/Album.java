package notjarvis.executor.desktop;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileProps;
import io.vertx.core.file.FileSystem;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import notjarvis.action.Observation;
import notjarvis.blob.Blobs;
import notjarvis.blob.KeepBlob;
import notjarvis.bus.Bus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands copies of pictures to persistence, so that their owner can look at them from anywhere. A
 * picture that was saved is a success without a copy too: then the observation says where it is,
 * and that it is nowhere else.
 */
final class Album {
  private static final Logger LOG = LoggerFactory.getLogger(Album.class);

  private static final String PNG = "image/png";

  /** A picture that is there already must not come too late because of its copy. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final String TOO_LARGE =
      "a copy of more than " + Blobs.LARGEST / (1024 * 1024) + " MB is not kept.";
  private static final String NOT_KEPT = "no copy of it could be kept.";

  private final FileSystem files;
  private final Bus bus;
  private final Duration patience;

  Album(FileSystem files, Bus bus) {
    this(files, bus, PATIENCE);
  }

  Album(FileSystem files, Bus bus, Duration patience) {
    this.files = files;
    this.bus = bus;
    this.patience = patience;
  }

  /** Adds the copy, if there is a picture; the future does not fail. */
  Future<Observation> add(Observation saved, String ownerId) {
    String file = saved.file();
    return file == null ? Future.succeededFuture(saved) : add(saved, file, ownerId);
  }

  private Future<Observation> add(Observation saved, String file, String ownerId) {
    return files
        .props(file)
        .compose(
            found ->
                isTooLarge(found)
                    ? Future.succeededFuture(onlyThere(saved, file, TOO_LARGE))
                    : copy(saved, file, ownerId))
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .otherwise(failure -> notKept(saved, file, failure));
  }

  private static boolean isTooLarge(FileProps found) {
    return found.size() > Blobs.LARGEST;
  }

  private Future<Observation> copy(Observation saved, String file, String ownerId) {
    return files
        .readFile(file)
        .map(Buffer::getBytes)
        .compose(bytes -> bus.ask(Blobs.KEEP, new KeepBlob(ownerId, PNG, bytes)))
        .map(saved::withBlob);
  }

  private static Observation notKept(Observation saved, String file, Throwable failure) {
    LOG.warn("No copy of {} could be kept", file, failure);
    return onlyThere(saved, file, NOT_KEPT);
  }

  private static Observation onlyThere(Observation saved, String file, String why) {
    return Observation.wrote(saved.text() + ", and only there: " + why, file);
  }
}
