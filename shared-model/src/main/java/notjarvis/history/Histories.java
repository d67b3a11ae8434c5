package notjarvis.history;

import java.time.Duration;
import notjarvis.bus.Channel;

/** The addresses at which persistence tells what has happened. */
public final class Histories {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  public static final Channel<ListThreads, Threads> THREADS =
      new Channel<>("history.threads", ListThreads.class, Threads.class, PATIENCE);

  public static final Channel<ReadThread, ThreadPage> THREAD =
      new Channel<>("history.thread", ReadThread.class, ThreadPage.class, PATIENCE);

  public static final Channel<ReadRun, RunHistory> RUN =
      new Channel<>("history.run", ReadRun.class, RunHistory.class, PATIENCE);

  public static final Channel<ReadState, StateAt> STATE =
      new Channel<>("history.state", ReadState.class, StateAt.class, PATIENCE);

  public static final Channel<ForkThread, Forked> FORK =
      new Channel<>("history.fork", ForkThread.class, Forked.class, PATIENCE);

  /** Takes as long as there is to delete. */
  public static final Channel<Prune, Pruned> PRUNE =
      new Channel<>("history.prune", Prune.class, Pruned.class, Duration.ofMinutes(10));

  private Histories() {}
}
