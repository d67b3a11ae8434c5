package notjarvis.gateway;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import notjarvis.bus.Bus;
import notjarvis.bus.Channel;
import notjarvis.config.Secret;
import notjarvis.config.Settings;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.gateway.sse.StreamLimits;
import notjarvis.json.Json;
import org.jspecify.annotations.Nullable;

/** A gateway on a free port, and the planner behind it. */
final class RunningGateway implements AutoCloseable {
  static final int GOAL_LIMIT = 1_000;
  static final int BODY_LIMIT = 8 * 1024;
  static final Settings.Gateway SETTINGS =
      new Settings.Gateway("127.0.0.1", 0, GOAL_LIMIT, BODY_LIMIT, Optional.empty());

  final Vertx vertx = Vertx.vertx();
  final Bus bus = Bus.open(vertx);
  final FakeJournal journal = new FakeJournal(bus);
  final FakePlanner planner = new FakePlanner(bus, journal);
  final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final HttpClient client = HttpClient.newHttpClient();
  private @Nullable String deployment;
  private int secondPort;
  int port;

  static RunningGateway start() {
    return start(StreamLimits.DEFAULT);
  }

  static RunningGateway start(StreamLimits limits) {
    RunningGateway running = startWithoutPlanner(limits);
    running.planner.deploy();
    return running;
  }

  static RunningGateway startWithoutPlanner(StreamLimits limits) {
    return start(SETTINGS, limits);
  }

  /** One at which owners sign in. */
  static RunningGateway startWith(Secret secret) {
    Settings.Gateway settings =
        new Settings.Gateway("127.0.0.1", 0, GOAL_LIMIT, BODY_LIMIT, Optional.of(secret));
    RunningGateway running = start(settings, StreamLimits.DEFAULT);
    running.planner.deploy();
    return running;
  }

  /** Two of them on one bus. */
  static RunningGateway startTwo(StreamLimits limits) {
    RunningGateway running = start(limits);
    GatewayVerticle second =
        new GatewayVerticle(
            running.bus,
            SETTINGS,
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            "second",
            limits);
    Waiting.on(running.vertx.deployVerticle(second));
    running.secondPort = second.port();
    return running;
  }

  private static RunningGateway start(Settings.Gateway settings, StreamLimits limits) {
    RunningGateway running = new RunningGateway();
    running.journal.deploy();
    GatewayVerticle verticle =
        new GatewayVerticle(running.bus, settings, running.metrics, "test-instance", limits);
    running.deployment = Waiting.on(running.vertx.deployVerticle(verticle));
    running.port = verticle.port();
    return running;
  }

  /** Asks for a goal in a thread called {@code t}, and waits for the head of the answer. */
  HttpResponse<InputStream> ask(String goal) throws IOException, InterruptedException {
    return client.send(
        goalRequest(Json.write(new Goal(goal, "t"))), HttpResponse.BodyHandlers.ofInputStream());
  }

  HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return client.send(goalRequest(body), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> postJson(String path, String body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  HttpResponse<String> postNothing(String path) throws IOException, InterruptedException {
    return send(request(path).POST(HttpRequest.BodyPublishers.noBody()).build());
  }

  /** A neighbour who answers always the same; gives what it was asked. */
  <Q, A> List<Q> answers(Channel<Q, A> channel, A answer) {
    List<Q> asked = new CopyOnWriteArrayList<>();
    Waiting.on(bus.answer(channel, question -> noted(asked, question, answer)).completion());
    return asked;
  }

  private static <Q, A> Future<A> noted(List<Q> asked, Q question, A answer) {
    asked.add(question);
    return Future.succeededFuture(answer);
  }

  /** A neighbour who refuses whatever it is asked. */
  <Q, A> void refuses(Channel<Q, A> channel, FailureCode code) {
    Failure failure = new Failure(code, "Because.");
    Waiting.on(bus.answer(channel, question -> Future.failedFuture(failure)).completion());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** Sends a request, and waits for the head of the answer. */
  HttpResponse<InputStream> open(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
  }

  String base() {
    return "http://127.0.0.1:" + port;
  }

  /** Where the second one is, when two were started. */
  String secondBase() {
    return "http://127.0.0.1:" + secondPort;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base() + path)).timeout(Duration.ofSeconds(10));
  }

  private HttpRequest goalRequest(String body) {
    return request("/not-jarvis/stream")
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  /** The value of one line of {@code /metrics}; 0 when there is no such line. */
  double metric(String name) {
    return metrics
        .scrape()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(0);
  }

  void stopGateway() {
    if (deployment != null) {
      Waiting.on(vertx.undeploy(deployment));
    }
  }

  @Override
  public void close() {
    Waiting.on(vertx.close());
  }

  private record Goal(
      @com.fasterxml.jackson.annotation.JsonProperty("user_goal") String goal,
      @com.fasterxml.jackson.annotation.JsonProperty("thread_id") String thread) {}
}
