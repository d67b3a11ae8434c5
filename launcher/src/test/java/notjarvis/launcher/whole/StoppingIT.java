package notjarvis.launcher.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import notjarvis.launcher.whole.Jarvis.Ended;
import notjarvis.launcher.whole.Jarvis.Started;
import notjarvis.testing.SearchStandIn;
import notjarvis.testing.SearchTrouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whoever stops a command leaves nothing behind. */
@ExtendWith(VertxExtension.class)
class StoppingIT {
  private static final int BY_CTRL_C = 130;
  private static final int BY_SIGTERM = 143;
  private static final String STACK_TRACE = "\tat ";

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
  void ctrlCDuringARunLeavesNothingBehind(Vertx vertx) throws Exception {
    try (SearchStandIn search = SearchStandIn.start(vertx)) {
      search.next(SearchTrouble.HANG);
      jarvis.with("SEARXNG_URL", search.baseUri());
      AtTerminal ask = jarvis.atTerminal("ask", "search for MIT");
      ask.awaitShown("Searching the web", 1);

      ask.type(AtTerminal.CTRL_C);

      assertStopped(ask);
      assertThat(ask.shown()).contains("I stopped, as you asked.");
    }
  }

  @Test
  void ctrlCDuringTheFirstStartLeavesNothingBehind() throws Exception {
    AtTerminal ask = jarvis.atTerminal("ask", "what is 1 + 1");
    await().until(() -> Files.exists(jarvis.home().resolve("postgres")));

    ask.type(AtTerminal.CTRL_C);

    assertStopped(ask);
    assertThat(ask.shown()).doesNotContain("1 + 1 = 2");
    assertThat(jarvis.ask("what is 1 + 1").out()).contains("1 + 1 = 2");
  }

  @Test
  void ctrlCGoesThroughTheScript() throws Exception {
    AtTerminal ask = jarvis.typed(List.of(script().toString(), "ask", "what is 1 + 1"));
    ask.awaitShown("Starting", 1);

    ask.type(AtTerminal.CTRL_C);

    assertStopped(ask);
  }

  @Test
  void aChatThatIsTerminatedWhileItsLineMovesLeavesNothingBehind(Vertx vertx) throws Exception {
    try (SearchStandIn search = SearchStandIn.start(vertx)) {
      search.next(SearchTrouble.HANG);
      jarvis.with("SEARXNG_URL", search.baseUri());
      AtTerminal chat = jarvis.atTerminal("chat");
      chat.awaitShown("you> ", 1);
      chat.enter("search for MIT");
      chat.awaitShown("Searching the web", 1);

      ProcessHandle.of(jarvis.instance().pid()).orElseThrow().destroy();

      assertThat(chat.code()).as(chat.shown()).isEqualTo(BY_SIGTERM);
      assertThat(chat.shown()).doesNotContain(STACK_TRACE).doesNotContain("Exception");
      assertThat(jarvis.isGone()).isTrue();
    }
  }

  @Test
  void anAskInAPipeThatIsTerminatedWhileItStartsLeavesNothingBehind() {
    Started ask = jarvis.start("ask", "what is 1 + 1");
    await().until(() -> Files.exists(jarvis.home().resolve("postgres")));

    ask.process().destroy();

    Ended ended = jarvis.ended(ask);
    assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(BY_SIGTERM);
    assertThat(ended.err()).isEmpty();
    assertThat(jarvis.isGone()).isTrue();
  }

  private void assertStopped(AtTerminal command) throws InterruptedException {
    assertThat(command.code()).as(command.shown()).isEqualTo(BY_CTRL_C);
    assertThat(command.shown()).doesNotContain(STACK_TRACE).doesNotContain("Exception");
    assertThat(jarvis.isGone()).isTrue();
  }

  /** The script beside the built jar, in a folder without anybody's settings. */
  private Path script() throws IOException {
    Path program = Files.createDirectory(folder.resolve("program"));
    Files.createDirectories(program.resolve("launcher/src/main"));
    Files.createDirectories(program.resolve("launcher/target"));
    Files.createFile(program.resolve("pom.xml"));
    Files.createFile(program.resolve("launcher/pom.xml"));
    // made last, so that the jar is not taken to be older than its sources
    Files.createSymbolicLink(program.resolve("launcher/target/not-jarvis.jar"), Jarvis.JAR);
    return Files.copy(Path.of("..", "jarvis"), program.resolve("jarvis"));
  }
}
