package notjarvis.persistence;

import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.health;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import notjarvis.config.Secret;
import notjarvis.config.Settings.Pooler;
import notjarvis.testing.TestDatabase;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsIT {
  @TempDir static Path folder = Path.of("");

  private static Certificate certificate;
  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws IOException, InterruptedException, GeneralSecurityException {
    certificate = Certificate.create(folder, "server");
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("ssl", "on")
            .setServerConfig("ssl_cert_file", certificate.chain().toString())
            .setServerConfig("ssl_key_file", certificate.key().toString())
            .start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"prefer", "require", "verify-ca", "verify-full"})
  void whatIsSaidToTheDatabaseIsEncrypted(String mode) throws SQLException {
    // Given
    String url = url(mode, certificate.chain());

    // When
    try (JournalClient journal = JournalClient.on(url)) {
      begun(journal, ThreadKey.local(mode), "hello");

      // Then
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT bool_and(ssl) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)"
                      + " WHERE application_name = 'not-jarvis'")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getBoolean(1)).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"require", "verify-ca", "verify-full"})
  void aServerThatTheCertificateDoesNotVouchForIsNotUsed(String mode) throws Exception {
    // Given
    Certificate other = Certificate.create(folder, "other-" + mode);
    String url = url(mode, other.chain());

    // When, Then
    assertNeverReady(url);
    assertNoConnection(url);
  }

  @Test
  void aServerThatNobodyVouchesForIsNotUsed() {
    assertNeverReady(
        "postgresql://postgres@localhost:" + server.getPort() + "/postgres?sslmode=verify-full");
  }

  @Test
  void aServerWithoutEncryptionIsNotUsedWhereItIsRequired() {
    try (TestDatabase database = TestDatabase.create()) {
      assertNeverReady(database.url() + "?sslmode=require");
    }
  }

  /** The pool is another client than the one that brings the schema. */
  private static void assertNoConnection(String url) {
    Vertx vertx = Vertx.vertx();
    Pool pool =
        new Connections(DatabaseUrl.parse(new Secret(url)), Pooler.OFF, 2).open(vertx).pool();
    assertThat(JournalClient.await(pool.getConnection().transform(Future::succeededFuture)).cause())
        .hasMessage("SSL handshake failed");
    JournalClient.await(vertx.close());
  }

  private static String url(String mode, Path rootCertificate) {
    return "postgresql://postgres@localhost:%d/postgres?sslmode=%s&sslrootcert=%s"
        .formatted(server.getPort(), mode, rootCertificate);
  }

  private static void assertNeverReady(String url) {
    try (JournalClient journal = JournalClient.startedOn(url, Pooler.OFF)) {
      Waiting.until(() -> health(journal).detail().contains("cannot be reached"));
      assertThatThrownBy(() -> begun(journal, THREAD, "hello"))
          .hasMessageContaining("cannot be reached");
    }
  }
}
