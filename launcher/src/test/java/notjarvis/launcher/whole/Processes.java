package notjarvis.launcher.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import notjarvis.launcher.cluster.MemberPort;
import notjarvis.launcher.whole.Jarvis.Ended;
import notjarvis.launcher.whole.Jarvis.Started;

/** A cluster of processes, each with a home of its own, on one database. */
final class Processes implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(4);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path folder;
  private final Optional<String> database;
  private final List<Integer> ports = new ArrayList<>();
  private final Map<String, Jarvis> homes = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Started> running = new HashMap<>();

  /**
   * A cluster without members yet.
   *
   * @param most how many members it will have at most
   */
  Processes(Path folder, String database, int most) {
    this(folder, Optional.of(database), most);
  }

  /** A cluster whose journal is kept by one of its members itself. */
  Processes(Path folder, int most) {
    this(folder, Optional.empty(), most);
  }

  private Processes(Path folder, Optional<String> database, int most) {
    this.folder = folder;
    this.database = database;
    for (int i = 0; i < most; i++) {
      ports.add(MemberPort.free());
    }
  }

  /** Starts processes that do this, each by itself, all at once; waits until they are ready. */
  void start(String... names) {
    for (String name : names) {
      running.put(name, begin(name));
    }
    for (String name : names) {
      awaitReady(name);
    }
  }

  /** {@code planner-2} is a second planner. */
  private Started begin(String name) {
    return homes
        .computeIfAbsent(name, this::newHome)
        .start(
            "serve", "--port", "0", "--roles", name.split("-", 2)[0], "--cluster", addresses(name));
  }

  private Jarvis home(String name) {
    return Objects.requireNonNull(homes.get(name), name);
  }

  private Started process(String name) {
    return Objects.requireNonNull(running.get(name), name);
  }

  /** Sets a variable of the environment in which a process will be started. */
  void set(String name, String key, String value) {
    homes.computeIfAbsent(name, this::newHome).with(key, value);
  }

  private Jarvis newHome(String name) {
    Jarvis home = new Jarvis(made(folder.resolve(name)));
    database.ifPresent(url -> home.with("DATABASE_URL", url));
    return home;
  }

  /** Starts a process that cannot be started. */
  Ended refused(String name) {
    Started process = begin(name);
    return home(name).ended(process);
  }

  /** Runs a command in the home of a process. */
  Ended run(String name, String... arguments) {
    return home(name).run(arguments);
  }

  private String addresses(String name) {
    List<Integer> order = new ArrayList<>(ports);
    Integer own = ports.get(places.computeIfAbsent(name, each -> places.size()));
    order.remove(own);
    order.add(0, own);
    return String.join(",", order.stream().map(port -> "127.0.0.1:" + port).toList());
  }

  private void awaitReady(String name) {
    Started process = process(name);
    await().atMost(START).until(() -> process.printed().contains("Ctrl-C"));
  }

  private static Path made(Path path) {
    try {
      return Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends a process without a word. */
  void kill(String name) {
    process(name).process().destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  void signal(String name, String signal) throws IOException, InterruptedException {
    String pid = String.valueOf(process(name).process().pid());
    new ProcessBuilder("kill", "-" + signal, pid).start().waitFor();
  }

  /** Waits until the log of a process has that text so often. */
  void awaitLogged(String name, String text, int times) {
    Path log = home(name).home().resolve("logs/jarvis.log");
    await()
        .atMost(START)
        .untilAsserted(
            () ->
                assertThat(Files.readString(log).split(Pattern.quote(text), -1))
                    .hasSizeGreaterThan(times));
  }

  /** What a gateway answers to a goal; nothing when no answer came in time. */
  String ask(String gateway, String goal, String thread) {
    String body = "{\"user_goal\":\"" + goal + "\",\"thread_id\":\"" + thread + "\"}";
    HttpRequest request =
        HttpRequest.newBuilder(address(gateway, "/not-jarvis/stream"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return send(request);
  }

  /** What a gateway has at a path. */
  HttpResponse<byte[]> get(String gateway, String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address(gateway, path)).build();
    return HTTP.send(request, BodyHandlers.ofByteArray());
  }

  private static String send(HttpRequest request) {
    try {
      return HTTP.sendAsync(request, BodyHandlers.ofString())
          .thenApply(HttpResponse::body)
          .get(LONGEST_ANSWER.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return "";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private URI address(String gateway, String path) {
    return home(gateway).instance().address().resolve(path);
  }

  @Override
  public void close() {
    homes.values().forEach(Jarvis::close);
  }
}
