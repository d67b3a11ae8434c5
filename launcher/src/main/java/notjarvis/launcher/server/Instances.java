package notjarvis.launcher.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import notjarvis.config.Settings;
import notjarvis.failure.Failure;
import notjarvis.json.Json;
import notjarvis.launcher.client.JarvisServer;
import notjarvis.launcher.client.ServerException;
import notjarvis.launcher.home.HomeLock;
import notjarvis.launcher.home.Instance;
import notjarvis.launcher.home.JarvisHome;
import notjarvis.launcher.home.SettingsMark;
import org.jspecify.annotations.Nullable;

/** Finds the instance that runs in a home, or starts one. */
public final class Instances {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_AGAIN_MS = 100;

  private final JarvisHome home;
  private final Supplier<Optional<String>> credentials;

  /**
   * The instances of a home.
   *
   * @param credentials the token with which they are asked, if any
   */
  public Instances(JarvisHome home, Supplier<Optional<String>> credentials) {
    this.home = home;
    this.credentials = credentials;
  }

  /**
   * The server to talk to.
   *
   * @param own this process's application when it had to be started; else null
   * @param other somebody else's instance of this home; else null
   * @param alike whether it was started with settings like ours
   */
  public record Attached(
      JarvisServer server, @Nullable Application own, @Nullable Instance other, boolean alike)
      implements AutoCloseable {

    /** A server that was named, of which nothing is known. */
    public static Attached named(JarvisServer server) {
      return new Attached(server, null, null, true);
    }

    /** Whether it is kept running by somebody, who starts it again when it was lost. */
    public boolean isStanding() {
      return other != null && other.isStanding();
    }

    @Override
    public void close() {
      if (own != null) {
        own.close();
      }
    }
  }

  /**
   * Attaches to the instance that runs here, else starts all roles in this process.
   *
   * @throws Failure when somebody holds the home and does not answer
   */
  public Attached attachOrStart(Settings settings) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() - deadline < 0) {
      Optional<Instance> running = running(home);
      if (running.isPresent()) {
        return attach(settings, running.get());
      }
      Optional<HomeLock> lock = home.tryLock();
      if (lock.isPresent()) {
        return start(settings, lock.get());
      }
      demandDoor();
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
    }
    throw Failure.unavailable(
        "Another process uses " + home.folder() + " but does not answer. End it and try again.");
  }

  /**
   * Attaches to the instance that runs here. To be used where it is a part of a cluster, since one
   * that was started in its place would know nothing of what the cluster knows, and where somebody
   * is about to start it again, who would find the home taken.
   *
   * @throws Failure when none runs here, or one that takes no goals
   */
  public Attached attach() throws InterruptedException {
    Optional<Instance> running = running(home);
    if (running.isEmpty()) {
      demandDoor();
      throw Failure.unavailable(
          "Nothing takes goals in %s. Start it with: jarvis serve".formatted(home.folder()));
    }
    return new Attached(server(running.get()), null, running.get(), true);
  }

  /** Whoever has the home and takes no goals will not take any later. */
  private void demandDoor() {
    Optional<Instance> recorded = home.instanceFile().read();
    if (recorded.isPresent() && !recorded.get().takesGoals()) {
      throw Failure.unavailable(
          "Not-Jarvis runs in %s (%s) and takes no goals there. Name another server with --server."
              .formatted(home.folder(), recorded.get().who()));
    }
  }

  private Attached start(Settings settings, HomeLock lock) {
    Application application = Application.start(settings, home, lock);
    Instance own = home.instanceFile().read().orElseThrow();
    return new Attached(server(own), application, null, true);
  }

  private Attached attach(Settings settings, Instance running) {
    String ours = SettingsMark.of(settings, System.getenv(), running.id());
    return new Attached(server(running), null, running, ours.equals(running.settings()));
  }

  private JarvisServer server(Instance instance) {
    return new JarvisServer(instance.address(), credentials);
  }

  /** The instance that takes goals in this home and answers by its id. */
  public static Optional<Instance> running(JarvisHome home) throws InterruptedException {
    Optional<Instance> recorded = home.instanceFile().read();
    return recorded.filter(Instance::takesGoals).isPresent() && answers(recorded.get())
        ? recorded
        : Optional.empty();
  }

  private static boolean answers(Instance instance) throws InterruptedException {
    try {
      String health = new JarvisServer(instance.address()).get("/health/live");
      return instance.id().equals(Json.mapper().readTree(health).path("instance").asText());
    } catch (ServerException | JsonProcessingException e) {
      return false;
    }
  }
}
