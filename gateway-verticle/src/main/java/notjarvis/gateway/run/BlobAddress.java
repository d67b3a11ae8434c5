package notjarvis.gateway.run;

import java.util.Optional;
import notjarvis.action.Observation;

/** Where readers of a run find the bytes that it refers to, on whichever gateway they ask. */
public final class BlobAddress {
  /** The path below which blobs are found by their hash. */
  public static final String BLOBS = "/v1/blobs/";

  private BlobAddress() {}

  /** The path of what an observation kept; nothing if it kept nothing. */
  public static Optional<String> of(Observation observation) {
    return Optional.ofNullable(observation.blob()).map(blob -> BLOBS + blob.sha256());
  }

  /** The same in words for a person. */
  public static Optional<String> inWords(Observation observation) {
    return of(observation).map(path -> "The picture is at " + path);
  }
}
