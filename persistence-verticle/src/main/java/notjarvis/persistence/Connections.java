package notjarvis.persistence;

import io.vertx.core.Vertx;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TrustManagerFactory;
import javax.sql.DataSource;
import notjarvis.config.Secret;
import notjarvis.config.Settings.Persistence;
import notjarvis.config.Settings.Pooler;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The ways into one database: a pool for all that is asked, a connection that is kept free for what
 * has to be on time, and another for the schema while it is brought up to date.
 *
 * @param url where it is
 * @param pooler what stands before it
 * @param poolSize how many connections there may be, that for the schema aside; at least two
 */
record Connections(DatabaseUrl url, Pooler pooler, int poolSize) {
  private static final String NAME = "not-jarvis";

  /** What is said when connecting; poolers refuse what they do not know. */
  private static final Map<String, String> STARTUP =
      Map.of("application_name", NAME, "client_encoding", "utf8");

  private static final int CONNECT_SECONDS = 5;

  /** Shorter than the patience of the channels, so that who asks in vain learns why. */
  private static final Duration DEADLINE = Duration.ofSeconds(8);

  /** As short as it takes for beats and health checks, whose channels have less patience. */
  private static final Duration PULSE_DEADLINE = Duration.ofMillis(1_500);

  /** Shorter than the deadline: whoever waits for others is told apart from who is not answered. */
  private static final Duration WAIT = Duration.ofSeconds(5);

  /** Longer statements are planned anew each time; the client's own limit is 2,048 characters. */
  private static final int LONGEST_STATEMENT = 10_000;

  private static final int WAITING_LIMIT = 10_000;

  /** A connection that is not used for so long is closed. */
  private static final int IDLE_SECONDS = 15;

  /**
   * A connection on which nothing comes for so long is given up: the other end may be gone. Longer
   * than any deadline, and than a connection may be idle.
   */
  private static final int SILENCE_SECONDS = 20;

  /** A migration may work on a large table for a while. */
  private static final int MIGRATION_SILENCE_SECONDS = 60;

  /** A connection that is used all the time is missed sooner. */
  private static final int PULSE_SILENCE_SECONDS = 5;

  /**
   * A way in.
   *
   * @param deadline how long whoever takes it waits for an answer, for a free connection included
   */
  record Way(Pool pool, Duration deadline) {}

  Connections {
    if (poolSize < 2) {
      throw new IllegalArgumentException("one connection is for beats, the others for the rest");
    }
  }

  static Connections of(Secret databaseUrl, Persistence settings) {
    return new Connections(DatabaseUrl.parse(databaseUrl), settings.pooler(), settings.poolSize());
  }

  /** For all that is asked. */
  Way open(Vertx vertx) {
    return new Way(pool(vertx, poolSize - 1, SILENCE_SECONDS), DEADLINE);
  }

  /** For what has to be on time, however busy the others are: one connection. */
  Way openPulse(Vertx vertx) {
    return new Way(pool(vertx, 1, PULSE_SILENCE_SECONDS), PULSE_DEADLINE);
  }

  private Pool pool(Vertx vertx, int size, int silenceSeconds) {
    return PgBuilder.pool()
        .with(
            new PoolOptions()
                .setMaxSize(size)
                .setMaxWaitQueueSize(WAITING_LIMIT)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setConnectionTimeout((int) WAIT.toMillis())
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
        .with(
            new NetClientOptions()
                .setConnectTimeout((int) TimeUnit.SECONDS.toMillis(CONNECT_SECONDS))
                .setIdleTimeout(silenceSeconds))
        .connectingTo(options())
        .using(vertx)
        .build();
  }

  private PgConnectOptions options() {
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost(url.host())
            .setPort(url.port())
            .setDatabase(url.database())
            .setUser(url.user())
            .setPassword(url.password().map(Secret::value).orElse(""))
            .setProperties(STARTUP)
            .setSslMode(url.sslMode())
            .setSslOptions(sslOptions());
    return pooler == Pooler.TRANSACTION ? throughPooler(options) : direct(options);
  }

  private static PgConnectOptions direct(PgConnectOptions options) {
    return options
        .setCachePreparedStatements(true)
        .setPreparedStatementCacheSqlLimit(LONGEST_STATEMENT);
  }

  /**
   * Each transaction may meet another server: no statement outlives it there, and nothing is sent
   * ahead of an answer.
   */
  private static PgConnectOptions throughPooler(PgConnectOptions options) {
    return options.setCachePreparedStatements(false).setUseLayer7Proxy(true).setPipeliningLimit(1);
  }

  private ClientSSLOptions sslOptions() {
    ClientSSLOptions options = new ClientSSLOptions();
    if (!verified()) {
      return options.setTrustAll(true);
    }
    options.setTrustOptions(
        url.rootCertificate()
            .<TrustOptions>map(file -> new PemTrustOptions().addCertPath(file))
            .orElseGet(Connections::trustedByJava));
    return options.setHostnameVerificationAlgorithm(
        url.sslMode() == SslMode.VERIFY_FULL ? "HTTPS" : "");
  }

  private boolean verified() {
    return url.sslMode() == SslMode.VERIFY_CA || url.sslMode() == SslMode.VERIFY_FULL;
  }

  private static TrustOptions trustedByJava() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((@Nullable KeyStore) null);
      return TrustOptions.wrap(factory.getTrustManagers()[0]);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java has no trusted authorities", e);
    }
  }

  /** A connection that is not of the pool, for the schema alone. */
  DataSource forSchema() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {url.host()});
    source.setPortNumbers(new int[] {url.port()});
    source.setDatabaseName(url.database());
    source.setUser(url.user());
    url.password().map(Secret::value).ifPresent(source::setPassword);
    source.setApplicationName(NAME);
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(MIGRATION_SILENCE_SECONDS);
    source.setSslMode(url.sslMode().value);
    if (verified()) {
      url.rootCertificate()
          .ifPresentOrElse(
              source::setSslRootCert,
              () -> source.setSslfactory("org.postgresql.ssl.DefaultJavaSSLFactory"));
    }
    if (pooler == Pooler.TRANSACTION) {
      source.setPrepareThreshold(0);
    }
    return source;
  }
}
