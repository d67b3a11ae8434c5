package notjarvis.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import notjarvis.bus.Bus;
import notjarvis.config.Settings;
import notjarvis.persistence.PersistenceVerticle;
import notjarvis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class RehearsalIT {
  private static final String ROWS =
      """
      SELECT (SELECT count(*) FROM notjarvis.thread) + (SELECT count(*) FROM notjarvis.run)
           + (SELECT count(*) FROM notjarvis.checkpoint)
      """;

  @Test
  void itGoesToItsEndAndLeavesNothingInTheJournal(Vertx vertx) throws Exception {
    try (TestDatabase database = TestDatabase.create()) {
      Bus bus = Bus.open(vertx);
      Settings settings = Settings.read(Map.of("DATABASE_URL", database.url()));
      String id = deploy(vertx, new PersistenceVerticle(bus, settings.persistence()));

      Rehearsal.begin(vertx, bus)
          .end()
          .toCompletionStage()
          .toCompletableFuture()
          .get(30, TimeUnit.SECONDS);

      assertThat(rows(database)).isZero();
      vertx.undeploy(id).toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
  }

  private static String deploy(Vertx vertx, PersistenceVerticle verticle) throws Exception {
    return vertx
        .deployVerticle(verticle)
        .toCompletionStage()
        .toCompletableFuture()
        .get(30, TimeUnit.SECONDS);
  }

  private static long rows(TestDatabase database) throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(ROWS)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
