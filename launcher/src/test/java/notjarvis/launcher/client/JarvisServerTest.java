package notjarvis.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import notjarvis.sse.ServerSentEvent;
import org.junit.jupiter.api.Test;

class JarvisServerTest {
  private final List<ServerSentEvent> events = new ArrayList<>();

  @Test
  void aStreamIsFollowedToItsEnd() throws Exception {
    String stream =
        """
        id: 2.0
        event: step
        data: Searching.

        id: 4.0
        event: answer
        data: Found it.

        data: [DONE]

        """;
    try (FakeServer fake = FakeServer.answering(200, stream)) {
      Ending ending = server(fake).pursue("find \"it\"", "t", events::add);

      assertThat(ending).isEqualTo(new Ending("run-1", true));
      assertThat(fake.bodies().take()).contains("\"user_goal\":\"find \\\"it\\\"\"");
    }
    assertThat(events)
        .containsExactly(
            new ServerSentEvent("2.0", "step", "Searching."),
            new ServerSentEvent("4.0", "answer", "Found it."));
  }

  @Test
  void aRunThatFailedIsNotFinished() throws Exception {
    try (FakeServer fake =
        FakeServer.answering(200, "event: failed\ndata: No.\n\ndata: [DONE]\n\n")) {
      assertThat(server(fake).pursue("x", "t", events::add).finished()).isFalse();
    }
  }

  @Test
  void aStreamThatIsCutIsSaidToBeCut() throws Exception {
    try (FakeServer fake = FakeServer.answering(200, "event: answer\ndata: Half\n\n")) {
      ServerException failure = failure(fake);

      assertThat(failure).hasMessage("The stream was cut before the answer came.");
      assertThat(failure.isWrongUsage()).isFalse();
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
  void anAnswerThatIsNotOursIsToldByItsStatus() throws Exception {
    try (FakeServer fake = FakeServer.answering(502, "<html>Bad gateway</html>")) {
      assertThat(failure(fake)).hasMessage("The server answered with status 502.");
    }
  }

  @Test
  void aServerThatIsNotThereSaysHowToStartOne() throws Exception {
    URI nobody;
    try (FakeServer fake = FakeServer.answering(200, "")) {
      nobody = fake.address();
    }
    ServerException failure =
        catchThrowableOfType(
            ServerException.class, () -> new JarvisServer(nobody).pursue("x", "t", events::add));

    assertThat(failure).hasMessageContaining("jarvis serve");
  }

  private ServerException failure(FakeServer fake) {
    return catchThrowableOfType(
        ServerException.class, () -> server(fake).pursue("x", "t", events::add));
  }

  private static JarvisServer server(FakeServer fake) {
    return new JarvisServer(fake.address());
  }
}
