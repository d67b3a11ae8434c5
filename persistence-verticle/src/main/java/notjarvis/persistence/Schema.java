package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tables up to date, as often as it takes. Lives on the context of its verticle; the
 * migration itself is blocking and runs on a worker.
 */
final class Schema {
  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
  private static final long FIRST_PAUSE_MS = 200;
  private static final long LONGEST_PAUSE_MS = 1_000;

  private final Vertx vertx;
  private final Connections connections;
  private @Nullable Trouble trouble = Trouble.PREPARING;
  private Future<Integer> underWay = Future.succeededFuture(0);
  private boolean closed;

  Schema(Vertx vertx, Connections connections) {
    this.vertx = vertx;
    this.connections = connections;
  }

  /** Fails with what is wrong until the tables are there. */
  Future<Void> ready() {
    return trouble == null ? Future.succeededFuture() : Future.failedFuture(trouble.failure());
  }

  /** The same, once the first attempt has come to something. */
  Future<Void> attempted() {
    return isPreparing() ? underWay.transform(attempted -> ready()) : ready();
  }

  boolean isPreparing() {
    return trouble == Trouble.PREPARING;
  }

  /** Begins, and goes on until it has succeeded. */
  void prepare() {
    prepare(FIRST_PAUSE_MS);
  }

  /** Begins anew when the tables turn out to be gone, unless it is at it already. */
  void prepareAgain() {
    if (trouble == null) {
      trouble = Trouble.PREPARING;
      prepare();
    }
  }

  /** Tries no more; completes when what is under way has ended, well or not. */
  Future<Void> close() {
    closed = true;
    return underWay.otherwiseEmpty().mapEmpty();
  }

  private void prepare(long pauseMs) {
    underWay = vertx.executeBlocking(this::migrate, false);
    underWay.onSuccess(this::prepared).onFailure(failure -> again(failure, pauseMs));
  }

  private int migrate() {
    Flyway flyway =
        Flyway.configure(Schema.class.getClassLoader())
            .dataSource(connections.forSchema())
            .locations("classpath:db/migration")
            .schemas("notjarvis") // made if need be: the database may have tables of others
            .load();
    if (Stream.of(flyway.info().applied()).anyMatch(Schema::isUnknown)) {
      throw new NewerSchemaException();
    }
    return flyway.migrate().migrationsExecuted;
  }

  /** A migration that this version does not have. */
  private static boolean isUnknown(MigrationInfo migration) {
    return migration.getState() == MigrationState.FUTURE_SUCCESS
        || migration.getState() == MigrationState.FUTURE_FAILED;
  }

  /** A newer Not-Jarvis has been at the tables. */
  private static final class NewerSchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NewerSchemaException() {
      super("there are migrations that this version does not have");
    }
  }

  private void prepared(int migrations) {
    trouble = null;
    LOG.info("The schema is up to date, after {} migrations", migrations);
  }

  private void again(Throwable failure, long pauseMs) {
    if (closed) {
      return;
    }
    Trouble now = trouble(failure);
    if (now != trouble) {
      LOG.warn("{} ({})", now.text(), Trouble.cause(failure));
    }
    trouble = now;
    vertx.setTimer(pauseMs, timer -> tryAgain(Math.min(2 * pauseMs, LONGEST_PAUSE_MS)));
  }

  private void tryAgain(long pauseMs) {
    if (!closed) {
      prepare(pauseMs);
    }
  }

  private static Trouble trouble(Throwable failure) {
    if (failure instanceof NewerSchemaException) {
      return Trouble.NEWER_TABLES;
    }
    return switch (Trouble.of(failure)) {
      case DEFECT -> Trouble.NOT_MIGRATED;
      case TABLES_GONE -> Trouble.TABLES_MISSING; // all are there after a migration, or were
      default -> Trouble.of(failure);
    };
  }
}
