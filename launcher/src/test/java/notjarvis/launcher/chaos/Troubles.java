package notjarvis.launcher.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Kills and stops processes and the database, one after the other, as its seed says. */
final class Troubles {
  private static final int PAUSE_MS = 3_500;
  private static final int LONGEST_STOP_MS = 12_000;
  private static final int LONGEST_ABSENCE_MS = 2_000;
  private static final int DATABASE_PERCENT = 6;
  private static final int STOP_PERCENT = 20;
  private static final int MINED_PERCENT = 60;

  private final Random random;
  private final Cast cast;
  private final Path postmaster;
  private final Outages outages;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final Map<String, String> mines = new ConcurrentHashMap<>();
  private final ExecutorService hands = Executors.newCachedThreadPool();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> unasked = new ArrayList<>();

  Troubles(long seed, Cast cast, Path postmaster, Outages outages) {
    this.random = new Random(seed);
    this.cast = cast;
    this.postmaster = postmaster;
    this.outages = outages;
  }

  /** How often what was done to whom. */
  Map<String, Integer> counts() {
    return counts;
  }

  /** How many processes were killed, by whichever means. */
  int kills() {
    return counts.entrySet().stream()
        .filter(each -> each.getKey().startsWith("kill"))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** The last words of processes that ended and that nobody killed. */
  List<String> unasked() {
    return unasked;
  }

  /** Makes the next trouble, after a pause. */
  void next() throws InterruptedException, IOException {
    TimeUnit.MILLISECONDS.sleep(random.nextInt(PAUSE_MS));
    standUp();
    int dice = random.nextInt(100);
    List<String> names = cast.names();
    String name = names.get(random.nextInt(names.size()));
    int absence = random.nextInt(LONGEST_ABSENCE_MS);
    int stop = random.nextInt(LONGEST_STOP_MS);
    String mine = mine(name);
    if (dice < DATABASE_PERCENT) {
      killDatabase();
    } else if (cast.isReady(name) && busy.add(name)) {
      if (dice < DATABASE_PERCENT + STOP_PERCENT) {
        count("stop " + Cast.role(name));
        hands.execute(() -> alone(name, () -> stop(name, stop)));
      } else {
        count("kill -9 " + Cast.role(name));
        hands.execute(() -> alone(name, () -> kill(name, absence, mine)));
      }
    }
  }

  /** Where the next process of this name is to fall; empty when it is not. */
  private String mine(String name) {
    Boundary boundary = Boundary.random(Cast.role(name), random);
    return random.nextInt(100) < MINED_PERCENT ? boundary.toString() : "";
  }

  /** Starts those again that fell at their boundary, or did not come up. */
  private void standUp() {
    for (String name : cast.names()) {
      if (!cast.isAlive(name) && busy.add(name)) {
        mourn(name);
        String mine = mine(name);
        hands.execute(() -> alone(name, () -> start(name, mine)));
      }
    }
  }

  private void mourn(String name) {
    String mine = mines.getOrDefault(name, "");
    if (cast.exitCode(name) == Mine.EXIT_CODE && !mine.isEmpty()) {
      count("kill at " + Boundary.of(mine).name());
    } else {
      unasked.add(name + ": " + cast.exitCode(name) + " " + cast.lastWords(name));
    }
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  @FunctionalInterface
  private interface Trouble {
    void make() throws InterruptedException;
  }

  private void alone(String name, Trouble trouble) {
    try {
      trouble.make();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      busy.remove(name);
    }
  }

  private void kill(String name, int absence, String mine) throws InterruptedException {
    cast.kill(name);
    TimeUnit.MILLISECONDS.sleep(absence);
    start(name, mine);
  }

  private void start(String name, String mine) throws InterruptedException {
    mines.put(name, mine);
    cast.start(name, mine);
    if (cast.awaitReady(name)) {
      outages.back(name);
    }
  }

  private void stop(String name, int duration) throws InterruptedException {
    outages.gone(name);
    cast.signal(name, "STOP");
    TimeUnit.MILLISECONDS.sleep(duration);
    cast.signal(name, "CONT");
    if (cast.isAlive(name)) {
      outages.back(name);
    }
  }

  private void killDatabase() throws IOException, InterruptedException {
    if (Files.exists(postmaster)) {
      long pid = Long.parseLong(Files.readAllLines(postmaster).get(0).strip());
      count("kill -9 postgres");
      outages.gone("postgres");
      Cast.signal(pid, "KILL");
    }
  }

  /** Waits until everybody who was troubled is on their way again. */
  void end() throws InterruptedException {
    hands.shutdown();
    hands.awaitTermination(3, TimeUnit.MINUTES);
  }
}
