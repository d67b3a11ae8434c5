package notjarvis.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is kept when processes end, one way or another. */
final class EmbeddedDatabaseRestartIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private TestHome home;

  @BeforeEach
  void begin() throws Exception {
    home = TestHome.in(folder);
  }

  @AfterEach
  void end() {
    home.close();
  }

  @Test
  void whatWasWrittenIsThereAtTheNextStartAndTheAddressIsTheSame() throws Exception {
    String before = startAndWrite("kept");
    assertThat(home.servers()).isEmpty();

    try (EmbeddedDatabase database = EmbeddedDatabase.start(home.folder())) {
      assertThat(database.adopted()).isFalse();
      assertThat(database.url()).isEqualTo(before);
      assertThat(new Rows(database.url()).all()).containsExactly("kept");
    }
  }

  @Test
  void aKilledServerIsStartedAgainOnTheSamePort() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(home.folder())) {
      Rows rows = new Rows(database.url());
      rows.write("kept");

      home.killServer();

      await()
          .atMost(SOON)
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(rows.all()).containsExactly("kept"));
      assertThat(home.servers()).hasSize(1);
    }
    assertThat(home.servers()).isEmpty();
  }

  @Test
  void theServerOutlivesAKilledJvmAndIsTakenOver() throws Exception {
    killAJvmThatWroteARow();
    ProcessHandle server = home.server();
    assertThat(server.isAlive()).isTrue();

    try (EmbeddedDatabase database = EmbeddedDatabase.start(home.folder())) {
      assertThat(database.adopted()).isTrue();
      assertThat(home.server()).isEqualTo(server);
      assertThat(new Rows(database.url()).all()).containsExactly("written by another process");
    }
    assertThat(home.servers()).isEmpty();
  }

  @Test
  void aServerThatWasTakenOverIsLookedAfterToo() throws Exception {
    killAJvmThatWroteARow();

    try (EmbeddedDatabase database = EmbeddedDatabase.start(home.folder())) {
      Rows rows = new Rows(database.url());
      home.killServer();

      await()
          .atMost(SOON)
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(rows.all()).hasSize(1));
    }
  }

  @Test
  void whenBothAreKilledTheNextStartRecoversTheData() throws Exception {
    killAJvmThatWroteARow();
    home.killServer();

    try (EmbeddedDatabase database = EmbeddedDatabase.start(home.folder())) {
      assertThat(database.adopted()).isFalse();
      assertThat(new Rows(database.url()).all()).containsExactly("written by another process");
    }
  }

  @Test
  void aJvmThatEndsWithoutClosingLeavesTheServerRunning() throws Exception {
    try (DatabaseProcess other = DatabaseProcess.start(home.folder())) {
      assertThat(other.ready()).startsWith(DatabaseProcess.READY);

      other.tell("exit");

      assertThat(other.awaitEnd()).isZero();
      assertThat(home.servers()).hasSize(1);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aProcessNumberThatSomebodyElseHasNowDoesNotStopTheStart() throws Exception {
    killAJvmThatWroteARow();
    home.killServer();
    Process stranger = new ProcessBuilder("sleep", "600").start();
    List<String> lines = new ArrayList<>(Files.readAllLines(home.postmasterFile()));
    lines.set(0, Long.toString(stranger.pid()));
    Files.write(home.postmasterFile(), lines);

    try (EmbeddedDatabase database = EmbeddedDatabase.start(home.folder())) {
      assertThat(database.adopted()).isFalse();
      assertThat(new Rows(database.url()).all()).hasSize(1);
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void aPortThatSomebodyElseHasNowIsLeftForAnother() throws Exception {
    int port = new Rows(startAndWrite("kept")).port();

    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        EmbeddedDatabase database = EmbeddedDatabase.start(home.folder())) {
      Rows rows = new Rows(database.url());
      assertThat(rows.port()).isNotEqualTo(taken.getLocalPort());
      assertThat(rows.all()).containsExactly("kept");
    }
  }

  @Test
  void aFirstStartThatBrokeOffIsFinishedByTheNext() throws Exception {
    Rows rows = new Rows(startAndWrite("lost"));
    String password = Files.readString(home.postgres().resolve("password")).strip();
    try (EmbeddedDatabase database = EmbeddedDatabase.start(home.folder());
        Connection connection = rows.connectToAs("postgres", "postgres", password);
        Statement statement = connection.createStatement()) {
      assertThat(database.adopted()).isFalse();
      statement.execute("DROP DATABASE jarvis");
      statement.execute("DROP ROLE jarvis");
    }
    Files.createDirectories(home.postgres().resolve("data.unfinished"));

    try (EmbeddedDatabase database = EmbeddedDatabase.start(home.folder())) {
      new Rows(database.url()).write("here");
      assertThat(new Rows(database.url()).all()).containsExactly("here");
    }
  }

  @Test
  void processesThatStartAtOnceShareOneServerAndTheLastOneStopsIt() throws Exception {
    try (DatabaseProcess one = DatabaseProcess.start(home.folder());
        DatabaseProcess two = DatabaseProcess.start(home.folder())) {
      List<String> words = List.of(one.ready(), two.ready());
      assertThat(words).anyMatch(word -> word.startsWith(DatabaseProcess.READY));
      assertThat(words).anyMatch(word -> word.startsWith(DatabaseProcess.ADOPTED));
      assertThat(home.servers()).hasSize(1);

      one.tell("close");
      assertThat(one.awaitEnd()).isZero();
      assertThat(home.servers()).hasSize(1);

      two.tell("close");
      assertThat(two.awaitEnd()).isZero();
      assertThat(home.servers()).isEmpty();
    }
  }

  private void killAJvmThatWroteARow() throws Exception {
    try (DatabaseProcess other = DatabaseProcess.start(home.folder())) {
      assertThat(other.ready()).startsWith(DatabaseProcess.READY);
    }
  }

  private String startAndWrite(String word) throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(home.folder())) {
      new Rows(database.url()).write(word);
      return database.url();
    }
  }
}
