package notjarvis.launcher.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import notjarvis.launcher.chaos.Recorder;
import notjarvis.launcher.whole.Jarvis.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits for an answer while no server runs: the command that answers is the server then. */
class AnswerIT {
  private static final String SITE = "https://example.com/";

  @TempDir private Path folder = Path.of("");
  private Jarvis jarvis = new Jarvis(folder);
  private Recorder browser;

  @BeforeEach
  void ask() throws IOException {
    jarvis = new Jarvis(folder);
    browser = Recorder.in(folder);
    browser.at(jarvis).with("JARVIS_ASK", "open_website");
    Ended asked = jarvis.ask("open " + SITE);
    assertThat(asked.code()).as(asked.out() + asked.err()).isEqualTo(3);
    assertThat(asked.out()).contains("jarvis approve");
  }

  @AfterEach
  void end() {
    jarvis.close();
  }

  @Test
  void whatIsAllowedIsDoneAndToldBeforeTheCommandEnds() throws IOException {
    Ended approved = jarvis.run("approve");

    assertThat(approved.code()).as(approved.out() + approved.err()).isZero();
    assertThat(approved.out()).contains("Allowed", "you> open " + SITE, "Asked your browser");
    assertThat(browser.effects()).hasSize(1).containsValue(1L);
  }

  @Test
  void whatIsRefusedIsNotDone() throws IOException {
    Ended denied = jarvis.run("deny");

    assertThat(denied.code()).as(denied.out() + denied.err()).isZero();
    assertThat(denied.out()).contains("Refused", "you> open " + SITE);
    assertThat(browser.effects()).isEmpty();
  }

  @Test
  void whatIsStoppedHasEndedWithTheCommand() throws IOException {
    Ended cancelled = jarvis.run("cancel");

    assertThat(cancelled.code()).as(cancelled.out() + cancelled.err()).isZero();
    assertThat(cancelled.out()).contains("asked to stop", "I stopped");
    assertThat(jarvis.run("history").out()).contains("cancelled");
    assertThat(browser.effects()).isEmpty();
  }
}
