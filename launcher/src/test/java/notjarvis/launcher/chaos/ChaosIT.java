package notjarvis.launcher.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import notjarvis.launcher.database.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Run by {@code scripts/chaos}: as long, and by the seed, that its system properties say. */
@EnabledIfSystemProperty(named = "chaos.minutes", matches = "\\d+(\\.\\d+)?")
class ChaosIT {
  private static final int CUSTOMERS = 4;
  private static final Duration SETTLING = Duration.ofMinutes(2);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder = Path.of("");

  private final AtomicBoolean open = new AtomicBoolean(true);
  private final AtomicBoolean watching = new AtomicBoolean(true);
  private final Outages outages = new Outages();

  @Test
  void whateverIsKilledNothingIsDoneTwiceOrLostOrToldWrongly() throws Exception {
    // Given
    System.setProperty("sun.net.http.retryPost", "false");
    double minutes = Double.parseDouble(System.getProperty("chaos.minutes", "3"));
    long seed = Long.getLong("chaos.seed", 1);
    say("%.1f minutes of chaos with seed %d in %s", minutes, seed, folder);
    Recorder recorder = Recorder.in(folder);
    Path home = Files.createDirectory(folder.resolve("database"));
    try (EmbeddedDatabase database = EmbeddedDatabase.start(home);
        Cast cast = new Cast(folder, database.url(), recorder, outages::gone)) {
      cast.startAll();
      String jdbc = jdbc(database.url());
      Path postmaster = home.resolve("postgres/data/postmaster.pid");
      Troubles troubles = new Troubles(seed, cast, postmaster, outages);
      Takeovers takeovers = new Takeovers(jdbc, outages, watching::get);
      List<Customer> customers = customers(seed, cast);

      // When
      List<Thread> threads = start(customers, takeovers);
      trouble(troubles, minutes);
      open.set(false);
      startAnew(cast);
      settle(jdbc, threads);

      // Then
      Audit audit = Audit.of(jdbc, recorder.effects());
      List<Told> told = customers.stream().flatMap(each -> each.all().stream()).toList();
      List<String> faults = audit.faults(told);
      troubles.unasked().forEach(words -> faults.add("ended by itself: " + words));
      report(troubles, takeovers, audit, recorder, told, faults);
      assertThat(faults).isEmpty();
      assertThat(troubles.kills()).isPositive();
    }
  }

  private static String jdbc(String url) {
    URI uri = URI.create(url);
    String[] login = uri.getUserInfo().split(":", 2);
    return "jdbc:postgresql://%s:%d%s?user=%s&password=%s&socketTimeout=5"
        .formatted(uri.getHost(), uri.getPort(), uri.getPath(), login[0], login[1]);
  }

  private List<Customer> customers(long seed, Cast cast) {
    return IntStream.range(0, CUSTOMERS)
        .mapToObj(i -> new Customer(i, seed + i, cast, open::get))
        .toList();
  }

  private static List<Thread> start(List<Customer> customers, Takeovers takeovers) {
    List<Thread> threads = new ArrayList<>();
    customers.forEach(customer -> threads.add(new Thread(customer, "customer")));
    threads.add(new Thread(takeovers, "takeovers"));
    threads.forEach(Thread::start);
    return threads;
  }

  private static void trouble(Troubles troubles, double minutes)
      throws InterruptedException, IOException {
    long end = System.nanoTime() + (long) (minutes * TimeUnit.MINUTES.toNanos(1));
    while (System.nanoTime() - end < 0) {
      troubles.next();
    }
    troubles.end();
  }

  /** Kills all of them at once; those that come are left in peace. */
  private void startAnew(Cast cast) throws InterruptedException {
    cast.names().forEach(cast::kill);
    cast.startAll();
    cast.names().forEach(outages::back);
  }

  /** Waits for the customers, then for what nobody follows any more. */
  private void settle(String jdbc, List<Thread> threads) throws InterruptedException {
    long deadline = System.nanoTime() + SETTLING.toNanos();
    for (Thread customer : threads.subList(0, CUSTOMERS)) {
      customer.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
    }
    while (Audit.open(jdbc) > 0 && System.nanoTime() - deadline < 0) {
      TimeUnit.MILLISECONDS.sleep(200);
    }
    watching.set(false);
    threads.get(CUSTOMERS).join();
  }

  private static void report(
      Troubles troubles,
      Takeovers takeovers,
      Audit audit,
      Recorder recorder,
      List<Told> told,
      List<String> faults)
      throws IOException {
    List<Long> millis = takeovers.millis();
    say("%d kills", troubles.kills());
    troubles.counts().forEach((what, times) -> say("%5d %s", times, what));
    say(
        "Goals %d, runs %d, connections %d",
        told.size(), audit.runs(), told.stream().mapToInt(each -> each.connections).sum());
    say(
        "Effects %d, told as unknown %d",
        recorder.effects().values().stream().mapToLong(each -> each).sum(), audit.unknown());
    say(
        "Takeovers %d: p50 %d ms, p90 %d ms, p99 %d ms, longest %d ms",
        millis.size(),
        percentile(millis, 50),
        percentile(millis, 90),
        percentile(millis, 99),
        percentile(millis, 100));
    faults.forEach(fault -> say("FAULT: %s", fault));
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }

  private static long percentile(List<Long> ascending, int percent) {
    return ascending.isEmpty() ? 0 : ascending.get((ascending.size() - 1) * percent / 100);
  }
}
