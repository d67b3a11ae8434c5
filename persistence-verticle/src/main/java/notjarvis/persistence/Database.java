package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import notjarvis.failure.Failure;
import notjarvis.journal.Health;
import notjarvis.persistence.Connections.Way;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The doorway to PostgreSQL. Every failure is logged here, where it happened, and leaves as a
 * {@link Failure}. An outage is logged when it begins and when it ends.
 */
final class Database {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  /**
   * Which server it is, and that the tables are there. Each is looked at alone: a join of all takes
   * longer to plan than all the rest.
   */
  private static final String SERVER =
      """
      SELECT 'PostgreSQL ' || current_setting('server_version'),
             EXISTS (SELECT FROM notjarvis.thread WHERE false),
             EXISTS (SELECT FROM notjarvis.run WHERE false),
             EXISTS (SELECT FROM notjarvis.checkpoint WHERE false),
             EXISTS (SELECT FROM notjarvis.planner_heartbeat WHERE false),
             EXISTS (SELECT FROM notjarvis.request WHERE false),
             EXISTS (SELECT FROM notjarvis.approval WHERE false),
             EXISTS (SELECT FROM notjarvis.snapshot WHERE false),
             EXISTS (SELECT FROM notjarvis.blob WHERE false)
      """;

  private final DatabaseUrl url;
  private final Way ordinary;
  private final Way pulse;
  private final Schema schema;
  private @Nullable Future<Health> check;
  private boolean away;

  private Database(DatabaseUrl url, Way ordinary, Way pulse, Schema schema) {
    this.url = url;
    this.ordinary = ordinary;
    this.pulse = pulse;
    this.schema = schema;
  }

  /** Opens the doorway, whether or not there is a database behind it yet. */
  static Database open(Vertx vertx, Connections connections) {
    Schema schema = new Schema(vertx, connections);
    schema.prepare();
    return new Database(
        connections.url(), connections.open(vertx), connections.openPulse(vertx), schema);
  }

  Future<Void> close() {
    return schema.close().eventually(this::closeWays);
  }

  private Future<?> closeWays() {
    return Future.join(ordinary.pool().close(), pulse.pool().close());
  }

  /**
   * Works with a connection of the pool; waits for one if all are taken. What has no answer by the
   * deadline fails; whether it was done is not known then.
   *
   * @param subject run and thread, for the log
   */
  <T> Future<T> with(String subject, Function<SqlConnection, Future<T>> work) {
    return with(ordinary, schema::attempted, subject, work);
  }

  /** The same on a connection that no other kind of work can keep busy. */
  <T> Future<T> onTime(String subject, Function<SqlConnection, Future<T>> work) {
    return with(pulse, schema::ready, subject, work);
  }

  /** Late answers are no use to whoever asked, but they show that the database is back. */
  private <T> Future<T> with(
      Way way,
      Supplier<Future<Void>> tables,
      String subject,
      Function<SqlConnection, Future<T>> work) {
    return tables
        .get()
        .compose(ready -> way.pool().withConnection(work).onSuccess(result -> answered()))
        .timeout(way.deadline().toMillis(), TimeUnit.MILLISECONDS)
        .recover(failure -> Future.failedFuture(told(subject, failure)));
  }

  /**
   * Whether it answers, and which server it is or what is wrong. Never fails. However often it is
   * asked, there is one check at a time, so that it cannot delay what has to be on time.
   */
  Future<Health> health() {
    if (check != null) {
      return check;
    }
    Future<Health> begun = look();
    check = begun;
    return begun.onComplete(known -> check = null);
  }

  private Future<Health> look() {
    return onTime("The health check", connection -> connection.query(SERVER).execute())
        .map(rows -> new Health(true, rows.iterator().next().getString(0) + " at " + url))
        .otherwise(this::unwell);
  }

  private Health unwell(Throwable failure) {
    String text =
        failure instanceof Failure known ? known.getMessage() : Trouble.UNREACHABLE.text();
    return new Health(false, text + " (" + url + ")");
  }

  private void answered() {
    if (away) {
      away = false;
      LOG.info("The database at {} is back", url);
    }
  }

  private Failure told(String subject, Throwable failure) {
    if (failure instanceof Failure known) {
      return known;
    }
    Trouble trouble = schema.isPreparing() ? Trouble.PREPARING : trouble(failure);
    if (trouble == Trouble.TABLES_GONE) {
      schema.prepareAgain();
    }
    if (trouble == Trouble.DEFECT) {
      LOG.error("{} failed", subject, failure);
    } else if (trouble.isOutage() && away) {
      LOG.debug("{} failed: {}", subject, Trouble.cause(failure));
    } else {
      away |= trouble.isOutage();
      LOG.warn("{} failed: {} ({})", subject, trouble.text(), Trouble.cause(failure));
    }
    return trouble.failure();
  }

  /** During an outage nobody waits because others are quicker. */
  private Trouble trouble(Throwable failure) {
    Trouble seen = Trouble.of(failure);
    return away && seen == Trouble.BUSY ? Trouble.UNREACHABLE : seen;
  }
}
