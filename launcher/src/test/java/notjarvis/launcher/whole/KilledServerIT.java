package notjarvis.launcher.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Path;
import java.time.Duration;
import notjarvis.launcher.chaos.Recorder;
import notjarvis.launcher.whole.Jarvis.Ended;
import notjarvis.launcher.whole.Jarvis.Started;
import notjarvis.testing.SearchStandIn;
import notjarvis.testing.SearchTrouble;
import notjarvis.testing.VirtualScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A server that somebody runs is killed, and started again by whoever runs it. */
@ExtendWith(VertxExtension.class)
class KilledServerIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

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
  void whoeverFollowsARunLeavesThePlaceToItAndFollowsTheRunToItsEnd(Vertx vertx) throws Exception {
    try (SearchStandIn search = SearchStandIn.start(vertx)) {
      // Given
      search.next(SearchTrouble.HANG);
      jarvis.with("SEARXNG_URL", search.baseUri());
      Started first = serve();
      Started ask = jarvis.start("ask", "search for MIT");
      await().atMost(PATIENCE).until(() -> !search.requests().isEmpty());
      first.process().destroyForcibly().onExit().join();
      awaitPrinted(ask, "as soon as it is back");

      // When
      Started second = serve();

      // Then
      Ended ended = jarvis.ended(ask);
      assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
      assertThat(ended.out()).containsOnlyOnce("Searching the web").contains("web.mit.edu");
      assertThat(second.process().isAlive()).isTrue();
    }
  }

  @Test
  void aGoalOfManyStepsIsDoneToItsEndByTheServerThatIsStartedInItsPlace(Vertx vertx)
      throws Exception {
    try (SearchStandIn search = SearchStandIn.start(vertx);
        VirtualScreen screen = VirtualScreen.open();
        ShownWindow shown = ShownWindow.on(screen)) {
      // Given
      Recorder browser = Recorder.in(folder);
      browser.at(jarvis).with("DISPLAY", screen.display()).with("SEARXNG_URL", search.baseUri());
      search.next(SearchTrouble.HANG);
      Started first = serve();
      Started ask = jarvis.start("ask", "find MIT, open it and take a screenshot");
      await().atMost(PATIENCE).until(() -> !search.requests().isEmpty());
      first.process().destroyForcibly().onExit().join();
      awaitPrinted(ask, "as soon as it is back");

      // When
      serve();

      // Then
      Ended ended = jarvis.ended(ask);
      assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
      assertThat(ended.out()).containsOnlyOnce("Searching the web");
      assertThat(browser.effects()).hasSize(1).containsValue(1L);
      assertThat(shown.isOpen()).isTrue();
      assertThat(jarvis.home().resolve("screenshots")).isNotEmptyDirectory();
    }
  }

  private Started serve() {
    Started server = jarvis.start("serve", "--port", "0");
    awaitPrinted(server, "listens on");
    return server;
  }

  private static void awaitPrinted(Started started, String text) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(started.printed()).contains(text));
  }
}
