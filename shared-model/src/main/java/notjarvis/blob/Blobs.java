package notjarvis.blob;

import java.time.Duration;
import notjarvis.bus.Channel;

/** The addresses at which persistence keeps bytes. */
public final class Blobs {
  /** The most bytes that one blob may have. */
  public static final int LARGEST = 10 * 1024 * 1024;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  public static final Channel<KeepBlob, BlobRef> KEEP =
      new Channel<>("blob.keep", KeepBlob.class, BlobRef.class, PATIENCE);

  public static final Channel<ReadBlob, Blob> READ =
      new Channel<>("blob.read", ReadBlob.class, Blob.class, PATIENCE);

  private Blobs() {}
}
