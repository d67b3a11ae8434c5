package notjarvis.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import notjarvis.launcher.client.FakeServer.Manner;
import notjarvis.run.OnBusy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that do not do what they were asked. */
@Timeout(30)
class JarvisServerTroubleTest {
  private static final String BEGUN = "event: step\ndata: Searching.\n\n";
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(20);

  @Test
  void aStreamThatEndsTooSoonNamesItsRun() throws Exception {
    try (FakeServer fake = FakeServer.answering(200, "event: answer\ndata: Half\n\n")) {
      ServerException failure = failure(fake);

      assertThat(failure).hasMessageStartingWith("The connection broke before the answer came.");
      assertThat(failure).hasMessageContaining("Run run-1 goes on");
      assertThat(failure.runId()).contains("run-1");
      assertThat(failure.isWrongUsage()).isFalse();
    }
  }

  @Test
  void aStreamThatBreaksOffIsNotAServerThatCannotBeReached() throws Exception {
    try (FakeServer fake = FakeServer.answering(200, BEGUN, Manner.BREAKING)) {
      ServerException failure = failure(fake);

      assertThat(failure).hasMessageContaining("Run run-1 goes on");
      assertThat(failure.isUnreached()).isFalse();
    }
  }

  @Test
  void aStreamOnWhichNothingComesAnyMoreIsCut() throws Exception {
    TimeLimits patience = new TimeLimits(LONG, LONG, SHORT, LONG);
    try (FakeServer fake = FakeServer.answering(200, BEGUN, Manner.HANGING)) {
      assertThat(failure(fake, patience)).hasMessageContaining("Run run-1 goes on");
    }
  }

  @Test
  void aServerThatTakesTheConnectionAndSaysNothingIsNotWaitedForForEver() throws Exception {
    TimeLimits patience = new TimeLimits(LONG, SHORT, LONG, LONG);
    try (FakeServer fake = FakeServer.answering(200, "", Manner.MUTE)) {
      ServerException failure = failure(fake, patience);

      assertThat(failure).hasMessageContaining("Whether it took the goal is not known.");
      assertThat(failure.isUnreached()).isFalse();
    }
  }

  @Test
  void aPageInPlaceOfAStreamIsNotNotJarvis() throws Exception {
    try (FakeServer fake =
        FakeServer.answering(200, "text/html", "<html>Hello</html>", Manner.WHOLE)) {
      assertThat(failure(fake))
          .hasMessageContaining("is not Not-Jarvis")
          .hasMessageContaining("text/html");
    }
  }

  @Test
  void anEventBeyondAllMeasureIsNotKept() throws Exception {
    try (FakeServer fake = FakeServer.answering(200, "data: " + "x".repeat(1 << 21))) {
      assertThat(failure(fake)).hasMessageContaining("cannot be read");
    }
  }

  @Test
  void aRefusalIsToldInTheServersWords() throws Exception {
    String problem = "{\"detail\":\"user_goal is empty\",\"field\":\"user_goal\"}";
    try (FakeServer fake = FakeServer.answering(400, problem)) {
      ServerException failure = failure(fake);

      assertThat(failure).hasMessage("user_goal is empty");
      assertThat(failure.isWrongUsage()).isTrue();
    }
  }

  @Test
  void aServerThatCannotNowSaysThatTheGoalMayBeGivenAgain() throws Exception {
    try (FakeServer fake = FakeServer.answering(503, "{\"detail\":\"The database is away.\"}")) {
      ServerException failure = failure(fake);

      assertThat(failure)
          .hasMessage(
              "The database is away. Whether your goal was taken is not known: \"jarvis history\" shows it if it was.");
      assertThat(failure.runId()).contains("run-1");
    }
  }

  @Test
  void anAnswerThatIsNotOursIsToldByItsStatus() throws Exception {
    try (FakeServer fake = FakeServer.answering(502, "<html>Bad gateway</html>")) {
      assertThat(failure(fake)).hasMessage("The server answered with status 502.");
    }
  }

  @Test
  void aRefusalIsReadToALimit() throws Exception {
    try (FakeServer fake = FakeServer.answering(502, "{\"detail\":\"", Manner.ENDLESS)) {
      assertThat(failure(fake)).hasMessage("The server answered with status 502.");
    }
  }

  @Test
  void aRefusalThatStallsIsToldByItsStatus() throws Exception {
    TimeLimits patience = new TimeLimits(LONG, LONG, LONG, SHORT);
    try (FakeServer fake = FakeServer.answering(502, "{\"detail\":", Manner.HANGING)) {
      assertThat(failure(fake, patience)).hasMessage("The server answered with status 502.");
    }
  }

  @Test
  void aServerThatIsNotThereSaysHowToStartOne() throws Exception {
    URI nobody;
    try (FakeServer fake = FakeServer.answering(200, "")) {
      nobody = fake.address();
    }
    ServerException failure = failure(new JarvisServer(nobody));

    assertThat(failure).hasMessageContaining("jarvis serve");
    assertThat(failure.isUnreached()).isTrue();
  }

  @Test
  void whoFollowsAStreamCanGiveItUp() throws Exception {
    try (FakeServer fake = FakeServer.answering(200, BEGUN, Manner.HANGING)) {
      JarvisServer server = new JarvisServer(fake.address());

      assertThatThrownBy(
              () -> server.pursue(new Errand("x", "t", OnBusy.ENQUEUE), event -> server.giveUp()))
          .isInstanceOf(CancellationException.class);
      assertThat(fake.bodies()).hasSize(1);
    }
  }

  private static ServerException failure(FakeServer fake) {
    return failure(fake, TimeLimits.DEFAULT);
  }

  private static ServerException failure(FakeServer fake, TimeLimits patience) {
    return failure(new JarvisServer(fake.address(), Optional::empty, patience));
  }

  private static ServerException failure(JarvisServer server) {
    return catchThrowableOfType(
        ServerException.class,
        () -> server.pursue(new Errand("x", "t", OnBusy.ENQUEUE), event -> {}));
  }
}
