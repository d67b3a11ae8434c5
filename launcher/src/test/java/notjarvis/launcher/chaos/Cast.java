package notjarvis.launcher.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import notjarvis.launcher.cluster.MemberPort;
import notjarvis.launcher.whole.Jarvis;
import notjarvis.launcher.whole.Jarvis.Started;

/** Two processes of each role in one cluster. */
final class Cast implements AutoCloseable {
  private static final List<String> ROLES =
      List.of("persistence", "executor", "planner", "gateway");
  private static final long START_SECONDS = 120;
  private static final long LOOK_AGAIN_MS = 50;

  private final Map<String, Jarvis> homes = new TreeMap<>();
  private final Map<String, Integer> ports = new TreeMap<>();
  private final Map<String, Started> running = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Void>> ends = new ConcurrentHashMap<>();
  private final Consumer<String> ended;

  /**
   * Nothing runs yet.
   *
   * @param ended is told the name of each process that ends
   */
  Cast(Path folder, String database, Recorder recorder, Consumer<String> ended) throws IOException {
    this.ended = ended;
    for (String role : ROLES) {
      for (int i = 1; i <= 2; i++) {
        String name = role + "-" + i;
        Jarvis home = new Jarvis(Files.createDirectories(folder.resolve(name)));
        home.with("DATABASE_URL", database).with("JARVIS_INTENTS", "only");
        home.withJava("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m");
        home.withClasses(List.of("test-classes", "test-classes/mines"));
        homes.put(name, recorder.at(home));
        ports.put(name, MemberPort.free());
      }
    }
  }

  List<String> names() {
    return List.copyOf(homes.keySet());
  }

  static String role(String name) {
    return name.substring(0, name.indexOf('-'));
  }

  void startAll() throws InterruptedException {
    names().stream().filter(name -> !isAlive(name)).forEach(name -> start(name, ""));
    for (String name : names()) {
      awaitReady(name);
    }
  }

  /**
   * Starts a process.
   *
   * @param mine the boundary at which it is to fall; empty for none
   */
  void start(String name, String mine) {
    Jarvis home = home(name).with(Mine.VARIABLE, mine);
    Started started =
        home.start("serve", "--port", "0", "--roles", role(name), "--cluster", addresses(name));
    running.put(name, started);
    ends.put(name, started.process().onExit().thenRun(() -> ended.accept(name)));
  }

  /** Its own address first. */
  private String addresses(String name) {
    List<Integer> all = new ArrayList<>(List.of(Objects.requireNonNull(ports.get(name))));
    ports.values().stream().filter(port -> !port.equals(all.get(0))).forEach(all::add);
    return String.join(",", all.stream().map(port -> "127.0.0.1:" + port).toList());
  }

  /** Waits until a process is ready; a process that ended meanwhile is not. */
  boolean awaitReady(String name) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (isAlive(name) && System.nanoTime() - deadline < 0) {
      if (isReady(name)) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
    }
    return false;
  }

  boolean isReady(String name) {
    Started process = running.get(name);
    return process != null
        && process.process().isAlive()
        && process.printed().contains("Ctrl-C stops it");
  }

  boolean isAlive(String name) {
    Started process = running.get(name);
    return process != null && process.process().isAlive();
  }

  int exitCode(String name) {
    return Objects.requireNonNull(running.get(name)).process().exitValue();
  }

  String lastWords(String name) {
    return Objects.requireNonNull(running.get(name)).complained().strip();
  }

  void kill(String name) {
    Optional.ofNullable(running.get(name))
        .ifPresent(process -> process.process().destroyForcibly());
    Optional.ofNullable(ends.get(name)).ifPresent(CompletableFuture::join);
  }

  void signal(String name, String signal) throws InterruptedException {
    Started process = running.get(name);
    if (process != null) {
      signal(process.process().pid(), signal);
    }
  }

  static void signal(long pid, String signal) throws InterruptedException {
    try {
      new ProcessBuilder("kill", "-" + signal, String.valueOf(pid)).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a gateway takes goals; nothing while it is not there. */
  Optional<URI> gateway(int number) {
    String name = "gateway-" + (number % 2 + 1);
    try {
      return isReady(name) ? Optional.of(home(name).instance().address()) : Optional.empty();
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private Jarvis home(String name) {
    return Objects.requireNonNull(homes.get(name), name);
  }

  @Override
  public void close() {
    running.keySet().forEach(this::kill);
    homes.values().forEach(Jarvis::close);
  }
}
