package notjarvis.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import notjarvis.launcher.client.FakeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {
  private static final String ANSWER = "event: answer\ndata: Hello.\n\ndata: [DONE]\n\n";
  private static final String FAILED = "event: failed\ndata: I cannot.\n\ndata: [DONE]\n\n";

  @TempDir private Path home = Path.of("");
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void everyLineIsAGoalUntilExit() throws Exception {
    try (FakeServer fake = FakeServer.answering(200, ANSWER)) {
      int code = run("hi\n\nagain\nexit\nnever said\n", "chat", "--server", fake.address() + "");

      assertThat(code).isZero();
      assertThat(fake.bodies()).hasSize(2).allMatch(body -> body.contains("\"default\""));
    }
    assertThat(printed(out)).isEqualTo("Hello.\nHello.\n");
  }

  @Test
  void resetGoesOnInANewConversation() throws Exception {
    try (FakeServer fake = FakeServer.answering(200, ANSWER)) {
      run("one\nreset\ntwo\n", "chat", "--thread", "mine", "--server", fake.address() + "");

      assertThat(fake.bodies().take()).contains("\"thread_id\":\"mine\"");
      assertThat(fake.bodies().take()).contains("\"thread_id\":\"chat-");
    }
    assertThat(printed(out)).contains("A new conversation");
  }

  @Test
  void aServerThatFailsDoesNotEndTheChat() throws Exception {
    try (FakeServer fake = FakeServer.answering(503, "{\"detail\":\"The database is away.\"}")) {
      int code = run("one\ntwo\n", "chat", "--server", fake.address() + "");

      assertThat(code).isZero();
    }
    String trouble =
        "The database is away. Whether your goal was taken is not known: \"jarvis history\" shows it if it was.\n";
    assertThat(printed(out)).isEqualTo(trouble + trouble);
  }

  @Test
  void askEndsWithZeroWhenTheRunFinished() throws Exception {
    try (FakeServer fake = FakeServer.answering(200, ANSWER)) {
      assertThat(run("", "ask", "--server", fake.address() + "", "hi")).isZero();
    }
    assertThat(printed(out)).isEqualTo("Hello.\n");
  }

  @Test
  void askEndsWithOneWhenTheRunFailed() throws Exception {
    try (FakeServer fake = FakeServer.answering(200, FAILED)) {
      assertThat(run("", "ask", "--server", fake.address() + "", "hi")).isEqualTo(1);
    }
  }

  @Test
  void askForAProgramEndsWithALineThatTellsTheOutcome() throws Exception {
    try (FakeServer fake = FakeServer.answering(200, FAILED)) {
      int code = run("", "ask", "--json", "--server", fake.address() + "", "hi");

      assertThat(code).isEqualTo(1);
    }
    assertThat(printed(out).lines())
        .containsExactly(
            "{\"event\":\"failed\",\"text\":\"I cannot.\"}",
            "{\"event\":\"done\",\"run_id\":\"run-1\",\"outcome\":\"failed\"}");
  }

  @Test
  void aGoalThatTheServerRefusesIsWrongUsage() throws Exception {
    try (FakeServer fake = FakeServer.answering(400, "{\"detail\":\"user_goal is too long\"}")) {
      assertThat(run("", "ask", "--server", fake.address() + "", "hi")).isEqualTo(2);
      assertThat(run("", "ask", "--json", "--server", fake.address() + "", "hi")).isEqualTo(2);
    }
    assertThat(printed(err)).isEqualTo("user_goal is too long\n");
  }

  @Test
  void aGoalIsWhateverWordsFollowAndNotNothing() throws Exception {
    try (FakeServer fake = FakeServer.answering(200, "")) {
      run("", "ask", "--server", fake.address() + "", "open", "github");
      assertThat(fake.bodies().take()).contains("\"user_goal\":\"open github\"");

      assertThat(run("", "ask", "--server", fake.address() + "", "")).isEqualTo(2);
      assertThat(printed(err)).contains("it is empty: say what you want");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"enqueue", "steer", "interrupt", "reject"})
  void whatBecomesOfAGoalInABusyConversationIsChosen(String what) throws Exception {
    try (FakeServer fake = FakeServer.answering(200, ANSWER)) {
      run("", "ask", "--on-busy", what, "--server", fake.address() + "", "hi");
      run("hi\n", "chat", "--on-busy", what, "--server", fake.address() + "");

      assertThat(fake.bodies()).hasSize(2).allMatch(body -> body.contains("\"" + what + "\""));
    }
    assertThat(run("", "ask", "--on-busy", "wait", "hi")).isEqualTo(2);
    assertThat(printed(err)).contains("one of enqueue, steer, interrupt, reject");
  }

  @Test
  void aGoalThatCannotBeReadIsNotGiven() throws Exception {
    try (FakeServer fake = FakeServer.answering(200, ANSWER)) {
      int code = run("caf\ufffd\nhi\n", "chat", "--server", fake.address() + "");

      assertThat(code).isZero();
      assertThat(fake.bodies()).hasSize(1);
    }
    assertThat(printed(out)).contains("cannot be read").endsWith("Hello.\n");
  }

  @Test
  void theWordsOfAServerCannotSteerTheTerminal() throws Exception {
    try (FakeServer fake = FakeServer.answering(400, "{\"detail\":\"a\\u001b[2Jb\"}")) {
      run("", "ask", "--server", fake.address() + "", "hi");
    }
    assertThat(printed(err)).isEqualTo("a[2Jb\n");
  }

  @Test
  void askForAProgramNamesTheRunWhoseStreamWasCut() throws Exception {
    try (FakeServer fake = FakeServer.answering(200, "event: step\ndata: Hm.\n\n")) {
      assertThat(run("", "ask", "--json", "--server", fake.address() + "", "hi")).isEqualTo(1);
    }
    assertThat(printed(out)).contains("{\"event\":\"error\",\"run_id\":\"run-1\"");
  }

  @Test
  void aWrongWordOnTheCommandLineIsWrongUsage() {
    assertThat(run("", "ask", "--colour", "x")).isEqualTo(2);
    assertThat(run("", "ask")).isEqualTo(2);
    assertThat(printed(err)).contains("Unknown option: '--colour'").contains("goal");
  }

  @Test
  void aFaultyConfigurationIsWrongUsageAndNamesTheKey() {
    Map<String, String> environment = Map.of("JARVIS_HOME", home.toString(), "PORT", "eighty");
    Surroundings surroundings =
        new Surroundings(
            environment, Optional.empty(), typed(""), stream(out), stream(err), Duration.ZERO);

    assertThat(JarvisCommand.run(surroundings, "ask", "hi")).isEqualTo(2);
    assertThat(printed(err)).contains("PORT has to be a whole number");
  }

  private int run(String input, String... arguments) {
    Map<String, String> environment = Map.of("JARVIS_HOME", home.toString());
    return JarvisCommand.run(
        new Surroundings(
            environment, Optional.empty(), typed(input), stream(out), stream(err), Duration.ZERO),
        arguments);
  }

  private static BufferedReader typed(String text) {
    return new BufferedReader(new StringReader(text));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String printed(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
