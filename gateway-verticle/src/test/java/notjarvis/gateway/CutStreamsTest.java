package notjarvis.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import notjarvis.gateway.agui.OrderRules;
import notjarvis.gateway.sse.StreamLimits;
import notjarvis.json.Json;
import notjarvis.run.Cursor;
import notjarvis.run.RunAccepted;
import notjarvis.run.RunAccepted.Reception;
import notjarvis.sse.ServerSentEvent;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Streams that are cut at any event, hundreds of times, and resumed on either of two gateways,
 * while news gets lost: nothing is told twice, nothing is missing, and the order holds.
 */
@Timeout(120)
final class CutStreamsTest {
  private static final int STORIES = 60;
  private static final int READERS = 3;

  private final RunningGateway gateway =
      RunningGateway.startTwo(new StreamLimits(Duration.ofMillis(20), Duration.ofSeconds(40), 50));

  private final Semaphore pace = new Semaphore(0);
  private int cuts;

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void whatIsReadOnManyConnectionsIsOneValidRun() {
    for (int seed = 1; seed <= STORIES; seed++) {
      UUID run = UUID.randomUUID();
      Random random = new Random(seed);
      Story story = new Story(gateway, run, random, false);
      String path = "/v1/runs/" + run + "/events";
      for (ReturningReader reader :
          live(
              story,
              random,
              base -> HttpRequest.newBuilder(URI.create(base + path)),
              () -> CutStreamsTest::isEnd)) {
        assertValid(story, reader.events, "seed " + seed);
      }
    }
    assertThat(cuts).isGreaterThan(500);
    await().until(() -> gateway.metric("notjarvis_streams_open") == 0);
  }

  @Test
  void whatIsPrintedOnManyConnectionsIsOneText() {
    for (int seed = 1; seed <= STORIES; seed++) {
      UUID run = UUID.randomUUID();
      Random random = new Random(seed);
      Story story = new Story(gateway, run, random, true);
      gateway.planner.answers(
          question -> Future.succeededFuture(new RunAccepted(run, Cursor.of(1), Reception.KNOWN)));
      for (ReturningReader reader : live(story, random, CutStreamsTest::goal, PlainEnd::new)) {
        assertText(story, reader.events, "seed " + seed);
      }
    }
    assertThat(cuts).isGreaterThan(300);
  }

  /** Lets a story happen while its readers come and go. */
  private List<ReturningReader> live(
      Story story,
      Random random,
      Function<String, HttpRequest.Builder> request,
      Supplier<Predicate<ServerSentEvent>> isLast) {
    gateway.journal.begin(story.run, ThreadKey.local("t"), "find MIT");
    List<CompletableFuture<ReturningReader>> readers = new ArrayList<>();
    for (int each = 0; each < READERS; each++) {
      Random own = new Random(random.nextLong());
      ReturningReader reader = new ReturningReader(gateway, request, isLast.get(), own, pace);
      readers.add(CompletableFuture.supplyAsync(reader::read));
    }
    for (Runnable happening : story.happenings) {
      happening.run();
      awaitAReader();
    }
    List<ReturningReader> read =
        readers.stream().map(each -> each.orTimeout(20, TimeUnit.SECONDS).join()).toList();
    cuts += read.stream().mapToInt(reader -> reader.cuts).sum();
    return read;
  }

  /** Most of a story is told live, and some of it when it is over. */
  private void awaitAReader() {
    pace.drainPermits();
    try {
      pace.tryAcquire(1, 2, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isEnd(ServerSentEvent event) {
    return event.event().equals("RUN_ERROR")
        || (event.event().equals("RUN_FINISHED") && !event.data().contains("\"interrupt\""));
  }

  /** The end of the text, unless it stands there because the run waits. */
  private static final class PlainEnd implements Predicate<ServerSentEvent> {
    private boolean answered;

    @Override
    public boolean test(ServerSentEvent event) {
      answered = answered || event.event().equals("answer") || event.event().equals("failed");
      return answered && event.data().equals("[DONE]");
    }
  }

  private static HttpRequest.Builder goal(String base) {
    return HttpRequest.newBuilder(URI.create(base + "/not-jarvis/stream"))
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", "k")
        .POST(
            HttpRequest.BodyPublishers.ofString(
                "{\"user_goal\":\"find MIT\",\"thread_id\":\"t\"}"));
  }

  private static void assertValid(Story story, List<ServerSentEvent> events, String seed) {
    OrderRules rules = new OrderRules();
    events.forEach(event -> rules.take(json(event)));
    Map<String, String> told =
        rules.messages().entrySet().stream()
            .filter(each -> !each.getValue().isEmpty())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    assertThat(rules.isRunning()).as(seed).isFalse();
    assertThat(told).as(seed).isEqualTo(story.messages);
    assertThat(events)
        .as(seed)
        .filteredOn(event -> event.event().equals("TOOL_CALL_RESULT"))
        .hasSize(story.results);
    assertThat(events)
        .as(seed)
        .filteredOn(event -> event.data().contains("\"steered\""))
        .hasSize(story.steers);
  }

  private static void assertText(Story story, List<ServerSentEvent> events, String seed) {
    String printed =
        events.stream()
            .flatMap(event -> event.data().lines())
            .filter(line -> !line.equals("[DONE]") && !isAsking(line))
            .collect(Collectors.joining());

    assertThat(dense(printed)).as(seed).isEqualTo(dense(String.join("", story.messages.values())));
  }

  private static boolean isAsking(String line) {
    return line.matches("(This waits|You did not ask|To allow|To refuse|Unless you answer).*");
  }

  private static String dense(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static JsonNode json(ServerSentEvent event) {
    try {
      return Json.mapper().readTree(event.data());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
