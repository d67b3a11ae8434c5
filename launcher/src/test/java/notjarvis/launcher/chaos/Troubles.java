package notjarvis.launcher.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private static final int PAUSE_MS = 2_500;
  private static final int LONGEST_STOP_MS = 12_000;
  private static final int LONGEST_ABSENCE_MS = 2_000;

  private final Random random;
  private final Cast cast;
  private final Path postmaster;
  private final Outages outages;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final ExecutorService hands = Executors.newCachedThreadPool();
  private final Map<String, Integer> counts = new TreeMap<>();

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

  /** Makes the next trouble, after a pause. */
  void next() throws InterruptedException, IOException {
    TimeUnit.MILLISECONDS.sleep(random.nextInt(PAUSE_MS));
    int dice = random.nextInt(100);
    List<String> names = cast.names();
    String name = names.get(random.nextInt(names.size()));
    int absence = random.nextInt(LONGEST_ABSENCE_MS);
    int stop = random.nextInt(LONGEST_STOP_MS);
    if (dice < 8) {
      killDatabase();
    } else if (busy.add(name)) {
      if (dice < 75) {
        count("kill -9 " + Cast.role(name));
        hands.execute(() -> alone(name, () -> kill(name, absence)));
      } else {
        count("stop " + Cast.role(name));
        hands.execute(() -> alone(name, () -> stop(name, stop)));
      }
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

  private void kill(String name, int absence) throws InterruptedException {
    if (!cast.isReady(name)) {
      return;
    }
    outages.gone(name);
    cast.kill(name);
    TimeUnit.MILLISECONDS.sleep(absence);
    cast.start(name);
    if (cast.awaitReady(name)) {
      outages.back(name);
    }
  }

  private void stop(String name, int duration) throws InterruptedException {
    outages.gone(name);
    cast.signal(name, "STOP");
    TimeUnit.MILLISECONDS.sleep(duration);
    cast.signal(name, "CONT");
    outages.back(name);
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
