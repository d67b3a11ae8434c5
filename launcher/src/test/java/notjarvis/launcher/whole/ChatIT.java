package notjarvis.launcher.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Path;
import java.time.Duration;
import notjarvis.launcher.client.ScriptedServer;
import notjarvis.launcher.client.ScriptedServer.Asked;
import notjarvis.launcher.whole.Jarvis.Ended;
import notjarvis.launcher.whole.Jarvis.Started;
import notjarvis.testing.SearchStandIn;
import notjarvis.testing.SearchTrouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chat, as somebody at a terminal sees it. */
@ExtendWith(VertxExtension.class)
class ChatIT {
  private static final String PROMPT = "you> ";
  private static final String STEP = "id: 2.0\nevent: step\ndata: Searching.\n\n";
  private static final String ANSWER = "id: 4.0\nevent: answer\ndata: Found.\n\ndata: [DONE]\n\n";
  private static final String ID = "0b7f6a54-0000-4000-8000-000000000001";
  private static final String APPROVAL = "/v1/approvals/" + ID;
  private static final String APPROVALS =
      "{\"approvals\":[{\"runId\":\"run-1\",\"approval\":{\"approvalId\":\"" + ID + "\"}}]}";
  private static final String OPEN = "{\"approval\":{}}";
  private static final Duration AT_ONCE = Duration.ofSeconds(3);

  @TempDir private Path folder = Path.of("");
  private Jarvis jarvis = new Jarvis(folder);

  @BeforeEach
  void prepare() {
    jarvis = new Jarvis(folder);
  }

  @AfterEach
  void end() {
    jarvis.close();
  }

  @Test
  void aPersonTalksAndGoesBackInTheHistoryAndBeginsAnewAndLeaves() throws Exception {
    AtTerminal chat = jarvis.atTerminal();
    chat.awaitShown(PROMPT, 1);
    assertThat(chat.shown()).contains("No model key is set");

    chat.enter("what is 12 * 12");
    chat.awaitShown("= 144", 1);
    chat.awaitShown(PROMPT, 2);
    chat.type(AtTerminal.UP + AtTerminal.ENTER);
    chat.awaitShown("= 144", 2);
    chat.enter("reset");
    chat.awaitShown("A new conversation", 1);
    chat.enter("exit");

    assertThat(chat.code()).as(chat.shown()).isZero();
    assertThat(jarvis.isGone()).isTrue();
    assertThat(jarvis.home().resolve("chat-history")).content().contains("what is 12 * 12");
  }

  @Test
  void ctrlCAsksTheRunToStopAndThenLeavesItAlone() throws Exception {
    try (ScriptedServer server = ScriptedServer.start().hang(STEP).stream(ANSWER)) {
      server.on("POST /v1/runs/run-1/cancel", 200, "{}");
      AtTerminal chat = jarvis.atTerminal("chat", "--server", server.address());
      chat.awaitShown(PROMPT, 1);
      chat.enter("search for MIT");
      chat.awaitShown("Searching.", 1);

      chat.type(AtTerminal.CTRL_C);
      chat.awaitShown("Ctrl-C again leaves it alone", 1);
      await()
          .untilAsserted(
              () ->
                  assertThat(server.asked())
                      .extracting(Asked::what)
                      .contains("POST /v1/runs/run-1/cancel"));
      chat.type(AtTerminal.CTRL_C);

      await()
          .atMost(AT_ONCE)
          .until(() -> chat.shown().contains("I stopped waiting for it; the run goes on."));
      chat.enter("once more");
      chat.awaitShown("Found.", 1);
      chat.enter("exit");
      assertThat(chat.code()).as(chat.shown()).isZero();
    }
  }

  @Test
  void whatARunAsksIsAnsweredWithOneKey() throws Exception {
    String waits = "id: 2.0\nevent: notice\ndata: This waits for your yes.\n\ndata: [DONE]\n\n";
    try (ScriptedServer server = ScriptedServer.start().stream(waits).stream(ANSWER)) {
      server.on("GET /v1/approvals", 200, APPROVALS).on("POST " + APPROVAL, 200, "{}");
      AtTerminal chat = jarvis.atTerminal("chat", "--server", server.address());
      chat.awaitShown(PROMPT, 1);
      chat.enter("open it");

      chat.awaitShown("Allow it? (y/n)", 1);
      chat.enter("perhaps");
      chat.awaitShown("Allow it? (y/n)", 2);
      chat.enter("y");

      chat.awaitShown("Found.", 1);
      assertThat(server.asked())
          .anyMatch(asked -> asked.what().endsWith(APPROVAL) && asked.body().contains("true"))
          .anyMatch(asked -> asked.after().equals("2.0"));
      chat.enter("exit");
      assertThat(chat.code()).as(chat.shown()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "granted,It was answered elsewhere.",
    "expired,Nobody answered it in time.",
    "superseded,It is not asked any more."
  })
  void aQuestionThatIsSettledWithoutUsIsTakenBackAndTheRunGoesOn(String verdict, String words)
      throws Exception {
    String waits = "id: 2.0\nevent: notice\ndata: This waits for your yes.\n\ndata: [DONE]\n\n";
    try (ScriptedServer server = ScriptedServer.start().stream(waits).stream(ANSWER)) {
      server.on("GET /v1/approvals", 200, APPROVALS).on("GET " + APPROVAL, 200, OPEN);
      AtTerminal chat = jarvis.atTerminal("chat", "--server", server.address());
      chat.awaitShown(PROMPT, 1);
      chat.enter("open it");
      chat.awaitShown("Allow it? (y/n)", 1);

      server.on("GET " + APPROVAL, 200, "{\"approval\":{\"verdict\":\"" + verdict + "\"}}");

      chat.awaitShown(words, 1);
      chat.awaitShown("Found.", 1);
      chat.enter("exit");
      assertThat(chat.code()).as(chat.shown()).isZero();
    }
  }

  @Test
  void anAnswerThatCameSecondIsToldTheFirstAndTheRunGoesOn() throws Exception {
    String waits = "id: 2.0\nevent: notice\ndata: This waits for your yes.\n\ndata: [DONE]\n\n";
    try (ScriptedServer server = ScriptedServer.start().stream(waits).stream(ANSWER)) {
      server
          .on("GET /v1/approvals", 200, APPROVALS)
          .on("GET " + APPROVAL, 200, OPEN)
          .on("POST " + APPROVAL, 409, "{\"detail\":\"This was answered already.\"}");
      AtTerminal chat = jarvis.atTerminal("chat", "--server", server.address());
      chat.awaitShown(PROMPT, 1);
      chat.enter("open it");
      chat.awaitShown("Allow it? (y/n)", 1);

      chat.enter("n");
      chat.awaitShown("This was answered already.", 1);
      chat.enter("exit");

      assertThat(chat.code()).as(chat.shown()).isZero();
    }
  }

  @Test
  void whoOwnsTheInstanceLeavesItWhenTheOthersAreDone(Vertx vertx) throws Exception {
    try (SearchStandIn search = SearchStandIn.start(vertx)) {
      search.next(SearchTrouble.HANG);
      jarvis.with("SEARXNG_URL", search.baseUri());
      AtTerminal chat = jarvis.atTerminal("chat");
      chat.awaitShown(PROMPT, 1);
      Started other = jarvis.start("ask", "--thread", "other", "search for MIT");
      await().until(() -> other.printed().contains("Searching"));

      chat.enter("exit");

      chat.awaitShown("Another terminal still uses this instance", 1);
      Ended ended = jarvis.ended(other);
      assertThat(ended.out()).contains("did not answer").doesNotContain("stopping");
      assertThat(chat.code()).as(chat.shown()).isZero();
    }
    assertThat(jarvis.isGone()).isTrue();
  }

  @Test
  void aChatAtTheServerOfAnotherSaysNothingOfItsModel() throws Exception {
    AtTerminal first = jarvis.atTerminal("chat");
    first.awaitShown(PROMPT, 1);

    AtTerminal second = jarvis.atTerminal("chat");
    second.awaitShown(PROMPT, 1);

    assertThat(second.shown()).doesNotContain("No model key is set");
    second.enter("exit");
    assertThat(second.code()).isZero();
    first.enter("exit");
    assertThat(first.code()).isZero();
  }
}
