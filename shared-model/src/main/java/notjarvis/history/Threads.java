package notjarvis.history;

import java.util.List;

/** The answer to {@link ListThreads}. */
public record Threads(List<ThreadView> threads) {
  public Threads {
    threads = List.copyOf(threads);
  }
}
