package notjarvis.launcher.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Path;
import java.time.Duration;
import notjarvis.launcher.whole.Jarvis.Ended;
import notjarvis.launcher.whole.Jarvis.Started;
import notjarvis.testing.SearchStandIn;
import notjarvis.testing.SearchTrouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The chat, as somebody at a terminal sees it. */
@ExtendWith(VertxExtension.class)
class ChatIT {
  private static final String PROMPT = "you> ";
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
  void ctrlCReturnsToThePromptAtOnceAndTheRunGoesOn(Vertx vertx) throws Exception {
    try (SearchStandIn search = SearchStandIn.start(vertx)) {
      search.next(SearchTrouble.HANG);
      jarvis.with("SEARXNG_URL", search.baseUri());
      AtTerminal chat = jarvis.atTerminal("chat");
      chat.awaitShown(PROMPT, 1);
      chat.enter("search for MIT");
      chat.awaitShown("Searching the web", 1);

      chat.type(AtTerminal.CTRL_C);

      await()
          .atMost(AT_ONCE)
          .until(() -> chat.shown().contains("I stopped waiting for it; the run goes on."));
      assertThat(search.abandoned()).isZero();
      chat.enter("reset");
      chat.enter("what is 1 + 1");
      chat.awaitShown("1 + 1 = 2", 1);
      chat.enter("exit");
      assertThat(chat.code()).as(chat.shown()).isZero();
    }
    assertThat(jarvis.isGone()).isTrue();
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
