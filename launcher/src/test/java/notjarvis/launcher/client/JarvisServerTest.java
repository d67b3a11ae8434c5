package notjarvis.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import notjarvis.run.OnBusy;
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
      Ending ending =
          server(fake).pursue(new Errand("find \"it\"", "t", OnBusy.ENQUEUE), events::add);

      assertThat(ending).isEqualTo(new Ending("run-1", Ending.State.FINISHED));
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
      assertThat(server(fake).pursue(new Errand("x", "t", OnBusy.ENQUEUE), events::add).finished())
          .isFalse();
    }
  }

  @Test
  void whatFollowsTheEndIsNotWaitedFor() throws Exception {
    String stream = "event: answer\ndata: Yes.\n\ndata: [DONE]\n\n";
    try (FakeServer fake = FakeServer.answering(200, stream, FakeServer.Manner.HANGING)) {
      assertThat(server(fake).pursue(new Errand("x", "t", OnBusy.ENQUEUE), events::add).finished())
          .isTrue();
    }
  }

  private static JarvisServer server(FakeServer fake) {
    return new JarvisServer(fake.address());
  }
}
