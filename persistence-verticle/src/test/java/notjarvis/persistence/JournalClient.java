package notjarvis.persistence;

import io.vertx.core.CompositeFuture;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import notjarvis.bus.Bus;
import notjarvis.bus.Channel;
import notjarvis.config.Secret;
import notjarvis.config.Settings;
import notjarvis.config.Settings.Pooler;
import notjarvis.journal.Committed;
import notjarvis.journal.Journal;

/** A process with the verticle in it, and a planner that asks it over the bus. */
final class JournalClient implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  private final Vertx vertx;
  private final Bus bus;
  private final List<Committed> committed = new CopyOnWriteArrayList<>();

  private JournalClient(Vertx vertx, Bus bus) {
    this.vertx = vertx;
    this.bus = bus;
  }

  /** Starts it; the schema is there when this returns. */
  static JournalClient on(String url) {
    return startedOn(url, Pooler.OFF).whenReady();
  }

  /** Starts it, whether or not there is a database. */
  static JournalClient startedOn(String url, Pooler pooler) {
    Vertx vertx = Vertx.vertx();
    Bus bus = Bus.open(vertx);
    Settings.Persistence settings =
        new Settings.Persistence(Optional.of(new Secret(url)), pooler, 10);
    await(vertx.deployVerticle(new PersistenceVerticle(bus, settings)));
    JournalClient client = new JournalClient(vertx, bus);
    await(bus.listen(Journal.COMMITTED, client.committed::add).completion());
    return client;
  }

  /** What this process was told of commits, oldest first. */
  List<Committed> committed() {
    return List.copyOf(committed);
  }

  /** The same, once there are so many. */
  List<Committed> committed(int count) {
    Waiting.until(() -> committed.size() >= count);
    return committed();
  }

  JournalClient whenReady() {
    Waiting.until(() -> Samples.health(this).ready());
    return this;
  }

  Vertx vertx() {
    return vertx;
  }

  <Q, A> Future<A> asking(Channel<Q, A> channel, Q question) {
    return bus.ask(channel, question);
  }

  /** Asks and waits; a failed answer is thrown. */
  <Q, A> A ask(Channel<Q, A> channel, Q question) {
    return await(asking(channel, question));
  }

  static <T> T await(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : e;
    }
  }

  /** What all of them came to, in their order; all are under way at once. */
  static <T> List<T> all(Stream<Future<T>> futures) {
    return await(Future.join(futures.toList()).map(CompositeFuture::<T>list));
  }

  @Override
  public void close() {
    await(vertx.close());
  }
}
