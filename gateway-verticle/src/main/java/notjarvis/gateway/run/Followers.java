package notjarvis.gateway.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import notjarvis.bus.Bus;
import notjarvis.gateway.sse.EventStream;
import notjarvis.journal.Committed;
import notjarvis.run.LiveWords;
import org.jspecify.annotations.Nullable;

/** The runs that are followed here, and the streams that follow them. */
public final class Followers {
  private static final String STOPPING =
      "Not-Jarvis is stopping; what it was doing goes on when it is back.";

  private final Bus bus;
  private final Map<UUID, RunFeed> feeds = new ConcurrentHashMap<>();
  private final AtomicInteger streams = new AtomicInteger();

  public Followers(Bus bus) {
    this.bus = bus;
  }

  /** Hands a commit to whoever follows its run. */
  public void heard(Committed news) {
    @Nullable RunFeed feed = feeds.get(news.runId());
    if (feed != null) {
      feed.heard(news);
    }
  }

  /** Hands live words to whoever follows their run; all else is told by the journal. */
  public void heard(LiveWords words) {
    @Nullable RunFeed feed = feeds.get(words.runId());
    if (feed != null) {
      feed.heard(words);
    }
  }

  /** To be called once a heartbeat. */
  public void beat() {
    List.copyOf(feeds.values()).forEach(RunFeed::beat);
  }

  /** Tries again to read what is known to be missing; to be called more often than a heartbeat. */
  public void catchUp() {
    List.copyOf(feeds.values()).forEach(RunFeed::catchUp);
  }

  /** Ends all open streams, and tells their readers that the server stops; the runs go on. */
  public void leave() {
    all().forEach(stream -> stream.leave(STOPPING));
  }

  /** Ends the streams of readers whose tokens are good no more; to be called every second. */
  public void endExpired() {
    Instant now = Instant.now();
    all().forEach(stream -> stream.endExpired(now));
  }

  private List<RunStream> all() {
    return feeds.values().stream().flatMap(feed -> feed.streams().stream()).toList();
  }

  /** How many streams are open; may be asked by any thread. */
  public int count() {
    return streams.get();
  }

  /** A stream that follows this run from now on, and is opened later. */
  RunStream add(
      UUID runId, String ownerId, Instant until, EventStream stream, Runnable onFirstEvent) {
    RunFeed feed = feed(runId, ownerId);
    RunStream follower = new RunStream(stream, until, feed, onFirstEvent);
    feed.add(follower);
    streams.incrementAndGet();
    return follower;
  }

  /** Has a stream that is not open yet follow another run. */
  void move(RunStream stream, UUID runId, String ownerId) {
    if (!stream.feed().runId().equals(runId)) {
      detach(stream);
      RunFeed feed = feed(runId, ownerId);
      feed.add(stream);
      stream.turnTo(feed);
    }
  }

  void remove(RunStream stream) {
    detach(stream);
    streams.decrementAndGet();
  }

  private RunFeed feed(UUID runId, String ownerId) {
    return feeds.computeIfAbsent(runId, id -> new RunFeed(bus, id, ownerId));
  }

  private void detach(RunStream stream) {
    RunFeed feed = stream.feed();
    feed.remove(stream);
    if (feed.streams().isEmpty()) {
      feeds.remove(feed.runId(), feed);
    }
  }
}
