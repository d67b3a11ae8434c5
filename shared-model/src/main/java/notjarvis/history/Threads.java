package notjarvis.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@link ListThreads}.
 *
 * @param last to be asked for as {@code before} to get what comes after; null when nothing does
 */
public record Threads(List<ThreadView> threads, @Nullable ThreadMark last) {
  public Threads {
    threads = List.copyOf(threads);
  }
}
