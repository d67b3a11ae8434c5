package notjarvis.action;

import java.util.List;
import notjarvis.blob.BlobRef;
import org.jspecify.annotations.Nullable;

/**
 * What came of an action. A failed action is an observation too, never a failed future.
 *
 * @param status how it ended
 * @param text what happened, in our own words and fit for the person
 * @param results what a search found, numbered from 1
 * @param quote text from outside, word for word: untrusted wherever it goes
 * @param opened the web address that was opened
 * @param file the path of the file that was written
 * @param searched true of a search that came to its end, even if it found nothing; else null
 * @param blob what the file holds, kept for the owner of the run; null when it is in the file alone
 */
public record Observation(
    Status status,
    String text,
    List<SearchResult> results,
    @Nullable String quote,
    @Nullable String opened,
    @Nullable String file,
    @Nullable Boolean searched,
    @Nullable BlobRef blob) {
  /** How an action ended. */
  public enum Status {
    OK,
    FAILED,
    /** It was started, and whether it happened is not known. */
    UNKNOWN
  }

  public Observation {
    results = List.copyOf(results);
  }

  public static Observation done(String text) {
    return new Observation(Status.OK, text, List.of(), null, null, null, null, null);
  }

  public static Observation found(String text, List<SearchResult> results, @Nullable String quote) {
    return new Observation(Status.OK, text, results, quote, null, null, true, null);
  }

  public static Observation opened(String text, String url) {
    return new Observation(Status.OK, text, List.of(), null, url, null, null, null);
  }

  public static Observation wrote(String text, String file) {
    return new Observation(Status.OK, text, List.of(), null, null, file, null, null);
  }

  public static Observation failed(String text) {
    return new Observation(Status.FAILED, text, List.of(), null, null, null, null, null);
  }

  public static Observation unknown(String text) {
    return new Observation(Status.UNKNOWN, text, List.of(), null, null, null, null, null);
  }

  public boolean succeeded() {
    return status == Status.OK;
  }

  public Observation withResults(List<SearchResult> others) {
    return new Observation(status, text, others, quote, opened, file, searched, blob);
  }

  public Observation withBlob(BlobRef kept) {
    return new Observation(status, text, results, quote, opened, file, searched, kept);
  }
}
