package notjarvis.gateway.run;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Committed;
import notjarvis.journal.Entry;
import notjarvis.run.Outcome;
import org.jspecify.annotations.Nullable;

/** Counts and times the runs that were asked for here, whether or not anyone still follows them. */
public final class RunMeters {
  /** A run that is never heard of again must not be remembered for ever. */
  private static final int MOST_REMEMBERED = 10_000;

  private final MeterRegistry registry;
  private final Counter started;
  private final Timer firstEvent;
  private final Timer duration;
  private final Map<Outcome, Counter> ended = new EnumMap<>(Outcome.class);
  private final Map<UUID, Timer.Sample> running = new LinkedHashMap<>();

  public RunMeters(MeterRegistry registry, Followers followers) {
    this.registry = registry;
    started =
        Counter.builder("notjarvis.runs.started").description("Goals taken on").register(registry);
    for (Outcome outcome : Outcome.values()) {
      ended.put(outcome, endedWith(outcome));
    }
    firstEvent =
        timer(
            "notjarvis.run.first.event", "From the request to the first event written", 5, 10_000);
    duration = timer("notjarvis.run.duration", "From the request to the answer", 50, 600_000);
    Gauge.builder("notjarvis.streams.open", followers, Followers::count)
        .description("Streams that are open now")
        .register(registry);
  }

  /** Takes note of what was committed of any run. */
  public void heard(Committed news) {
    news.checkpoints().stream()
        .map(Checkpoint::entry)
        .filter(Entry.AnswerGiven.class::isInstance)
        .map(Entry.AnswerGiven.class::cast)
        .forEach(answer -> ended(news.runId(), answer.outcome()));
  }

  /**
   * Takes note of a goal that is passed on.
   *
   * @return to be run once, when the first event has been written to its stream
   */
  Runnable asked(UUID runId) {
    Timer.Sample now = Timer.start(registry);
    remember(runId, now);
    return () -> now.stop(firstEvent);
  }

  void accepted() {
    started.increment();
  }

  /** No run of that id came of it. */
  void forget(UUID runId) {
    running.remove(runId);
  }

  private void ended(UUID runId, Outcome outcome) {
    Timer.@Nullable Sample begun = running.remove(runId);
    if (begun != null) {
      begun.stop(duration);
      ended.computeIfAbsent(outcome, this::endedWith).increment();
    }
  }

  private void remember(UUID runId, Timer.Sample sample) {
    if (running.size() >= MOST_REMEMBERED) {
      running.remove(running.keySet().iterator().next());
    }
    running.put(runId, sample);
  }

  private Counter endedWith(Outcome outcome) {
    return Counter.builder("notjarvis.runs.ended")
        .description("Runs that came to an end")
        .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
        .register(registry);
  }

  private Timer timer(String name, String description, long leastMs, long mostMs) {
    return Timer.builder(name)
        .description(description)
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(leastMs))
        .maximumExpectedValue(Duration.ofMillis(mostMs))
        .register(registry);
  }
}
