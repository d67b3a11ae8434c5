package notjarvis.gateway.api;

import java.util.List;
import notjarvis.history.ThreadMark;
import notjarvis.history.ThreadView;
import notjarvis.history.Threads;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of an owner's threads as it is answered.
 *
 * @param nextBefore to be asked for as {@code before} to get older ones; null when there are none
 */
record Listing(List<ThreadView> threads, @Nullable String nextBefore) {
  static Listing of(Threads found) {
    @Nullable ThreadMark last = found.last();
    return new Listing(found.threads(), last == null ? null : last.toString());
  }
}
