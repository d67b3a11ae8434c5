package notjarvis.executor.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service found, as it said it: untrusted.
 *
 * @param hits the best first
 * @param quote its direct answer to the question
 */
record Found(List<Hit> hits, @Nullable String quote) {
  Found {
    hits = List.copyOf(hits);
  }
}
