package notjarvis.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import notjarvis.launcher.client.ScriptedServer;
import notjarvis.launcher.client.ScriptedServer.Asked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A stream that is cut goes on by itself. */
@Timeout(30)
class ReconnectTest {
  private static final String STEP = "id: 2.0\nevent: step\ndata: Searching.\n\n";
  private static final String ANSWER = "id: 4.0\nevent: answer\ndata: Found.\n\ndata: [DONE]\n\n";

  @TempDir private Path folder = Path.of("");
  private AtCommandLine person = new AtCommandLine(folder, Duration.ZERO);

  @BeforeEach
  void patient() {
    person = new AtCommandLine(folder.resolve("home"), Duration.ofSeconds(5));
  }

  @Test
  void theSameGoalIsAskedForAfterTheLastEvent() throws Exception {
    try (ScriptedServer server = ScriptedServer.start().cut(STEP).cut("").stream(ANSWER)) {
      int code = person.run("ask", "--server", server.address(), "find it");

      assertThat(code).isZero();
      List<Asked> asked = new ArrayList<>(server.asked());
      assertThat(asked).extracting(Asked::after).containsExactly("", "2.0", "2.0");
      assertThat(asked).extracting(Asked::key).doesNotContain("").containsOnly(asked.get(0).key());
      assertThat(asked).extracting(Asked::body).containsOnly(asked.get(0).body());
    }
    assertThat(person.out())
        .isEqualTo(
            "Searching.\nThe connection broke. Trying to go on (Ctrl-C leaves it).\nFound.\n");
  }

  @Test
  void aRunWhoseStreamIsCutAfterItsAnswerHasFinished() throws Exception {
    String cutShort = ANSWER.substring(0, ANSWER.indexOf("data: [DONE]"));
    try (ScriptedServer server = ScriptedServer.start().cut(cutShort).stream("data: [DONE]\n\n")) {
      int code = person.run("ask", "--server", server.address(), "find it");

      assertThat(code).isZero();
    }
    assertThat(person.out()).startsWith("Found.\n").doesNotContain("waits");
  }

  @Test
  void aServerThatIsNotReadyYetIsAskedAgain() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start().cut(STEP).refuse(503, "The database is away.").stream(ANSWER)) {
      int code = person.run("ask", "--json", "--server", server.address(), "find it");

      assertThat(code).isZero();
    }
    assertThat(person.out().lines())
        .containsExactly(
            "{\"event\":\"step\",\"id\":\"2.0\",\"text\":\"Searching.\"}",
            "{\"event\":\"notice\",\"text\":\"The connection broke. Trying to go on (Ctrl-C leaves"
                + " it).\"}",
            "{\"event\":\"answer\",\"id\":\"4.0\",\"text\":\"Found.\"}",
            "{\"event\":\"done\",\"run_id\":\"run-1\",\"outcome\":\"finished\"}");
  }

  @Test
  void aGoalThatWasNotTakenIsNotForcedOnTheServer() throws Exception {
    try (ScriptedServer server = ScriptedServer.start().refuse(503, "The database is away.")) {
      int code = person.run("ask", "--server", server.address(), "find it");

      assertThat(code).isEqualTo(1);
      assertThat(server.asked()).hasSize(1);
    }
    assertThat(person.err()).contains("Whether your goal was taken is not known");
  }

  @Test
  void whatTheServerDoesNotTakeAgainIsToldAtOnce() throws Exception {
    try (ScriptedServer server = ScriptedServer.start().cut(STEP).refuse(409, "Another goal.")) {
      int code = person.run("ask", "--server", server.address(), "find it");

      assertThat(code).isEqualTo(1);
      assertThat(server.asked()).hasSize(2);
    }
    assertThat(person.err()).isEqualTo("Another goal.\n");
  }

  @Test
  void aServerThatDoesNotComeBackIsGivenUp() throws Exception {
    AtCommandLine hasty = new AtCommandLine(folder.resolve("home"), Duration.ofMillis(300));
    try (ScriptedServer server = ScriptedServer.start().cut(STEP)) {
      for (int i = 0; i < 20; i++) {
        server.cut(":\n\n");
      }
      int code = hasty.run("ask", "--server", server.address(), "find it");

      assertThat(code).isEqualTo(1);
      assertThat(server.asked()).hasSizeBetween(2, 5);
    }
    assertThat(hasty.err()).contains("Run run-1 goes on as long as its server does.");
  }

  @Test
  void aRunThatWaitsForAnAnswerIsNotAFailure() throws Exception {
    String asking = "id: 2.0\nevent: notice\ndata: This waits for your yes.\n\ndata: [DONE]\n\n";
    try (ScriptedServer server = ScriptedServer.start().stream(asking)) {
      assertThat(person.run("ask", "--server", server.address(), "open it")).isEqualTo(3);
    }
    assertThat(person.out()).isEqualTo("This waits for your yes.\n");
  }

  @Test
  void aTokenGoesWithTheGoal() throws Exception {
    person.with("JARVIS_TOKEN", "a.b.c");
    try (ScriptedServer server = ScriptedServer.start().stream(ANSWER)) {
      person.run("ask", "--server", server.address(), "find it");

      assertThat(server.asked().take().authorization()).isEqualTo("Bearer a.b.c");
    }
  }

  @Test
  void whoKnowsTheSecretNeedsNoToken() throws Exception {
    person.with("JARVIS_JWT_SECRET", "0123456789abcdef0123456789abcdef");
    try (ScriptedServer server = ScriptedServer.start().stream(ANSWER)) {
      person.run("ask", "--server", server.address(), "find it");

      assertThat(server.asked().take().authorization())
          .matches("Bearer [\\w-]+\\.[\\w-]+\\.[\\w-]+");
    }
  }
}
