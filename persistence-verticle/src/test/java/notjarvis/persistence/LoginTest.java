package notjarvis.persistence;

import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.accept;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.health;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import notjarvis.config.Settings.Pooler;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoginTest {
  private static final String WRONG = "wr0ng:p@ss/w%rd";
  private static final String WRONG_ENCODED = "wr0ng%3Ap%40ss%2Fw%25rd";

  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Level usual = root.getLevel();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final TestDatabase database = TestDatabase.create();

  @BeforeEach
  void listenToEverything() {
    log.start();
    root.addAppender(log);
    root.setLevel(Level.DEBUG);
  }

  @AfterEach
  void close() {
    root.setLevel(usual);
    root.detachAppender(log);
    database.close();
  }

  @Test
  void aWrongPasswordIsToldInWordsAndShownNowhere() {
    // Given
    String url = database.url("postgres", WRONG);
    assertThat(url).contains(WRONG_ENCODED);

    try (JournalClient journal = JournalClient.startedOn(url, Pooler.OFF)) {
      // When
      Waiting.until(() -> health(journal).detail().contains("refuses the login"));
      Failure failure =
          catchThrowableOfType(Failure.class, () -> accept(journal, goal(THREAD, "hello")));

      // Then
      assertThat(failure.code()).isEqualTo(FailureCode.UNAVAILABLE);
      assertThat(failure).hasMessageContaining("check user, password and sslmode");
      assertThat(told(health(journal).detail())).noneMatch(LoginTest::isSecret);
    }
  }

  @Test
  void aPasswordThatIsChangedUnderwayIsToldAndTheOldOneIsUsedAgainOnceItHolds() {
    // Given
    String guest = "guest_of_" + database.name();
    Rows.change(database, "CREATE ROLE " + guest + " SUPERUSER LOGIN PASSWORD '" + WRONG + "'");
    try (JournalClient journal = JournalClient.on(database.url(guest, WRONG))) {
      begun(journal, THREAD, "hello");

      // When
      Rows.change(database, "ALTER ROLE " + guest + " PASSWORD 'another'");
      endConnectionsOf(guest);

      // Then
      Waiting.until(() -> health(journal).detail().contains("refuses the login"));
      assertThat(told(health(journal).detail())).noneMatch(LoginTest::isSecret);

      // When
      Rows.change(database, "ALTER ROLE " + guest + " PASSWORD '" + WRONG + "'");

      // Then
      Waiting.until(() -> health(journal).ready());
    } finally {
      Rows.change(database, "DROP OWNED BY " + guest + " CASCADE");
      Rows.change(database, "DROP ROLE " + guest);
    }
  }

  private void endConnectionsOf(String user) {
    Rows.change(
        database,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + user + "'");
  }

  /** All that was said, to the person and to the log. */
  private List<String> told(String detail) {
    List<String> lines = new ArrayList<>(List.of(detail));
    for (ILoggingEvent event : List.copyOf(log.list)) {
      lines.add(event.getFormattedMessage());
      if (event.getThrowableProxy() != null) {
        lines.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
    }
    return lines;
  }

  private static boolean isSecret(String line) {
    return line.contains(WRONG) || line.contains(WRONG_ENCODED);
  }
}
