package notjarvis.launcher.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import notjarvis.launcher.whole.Jarvis.Started;
import notjarvis.testing.TestDatabase;
import notjarvis.testing.VirtualScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real picture of a real screen, from the executor over the journal to whoever may see it. */
class ScreenshotIT {
  private static final Duration START = Duration.ofSeconds(60);
  private static final String GOAL = "take a screenshot";
  private static final Pattern ADDRESS =
      Pattern.compile("The picture is at (/v1/blobs/[0-9a-f]{64})");
  private static final Pattern FILE = Pattern.compile("saved it as (.+\\.png)\\.");

  @TempDir private Path folder = Path.of("");
  private VirtualScreen screen;
  private ShownWindow window;

  @BeforeEach
  void showSomething() throws Exception {
    screen = VirtualScreen.open();
    window = ShownWindow.on(screen);
  }

  @AfterEach
  void close() {
    window.close();
    screen.close();
  }

  @Test
  void aScreenshotIsSeenByItsOwnerAndIsNotThereForAnybodyElse() throws Exception {
    // Given
    try (Jarvis jarvis = new Jarvis(folder)) {
      jarvis.with("DISPLAY", screen.display()).with("JARVIS_JWT_SECRET", "0123456789".repeat(5));
      Started server = jarvis.start("serve", "--port", "0");
      await().atMost(START).until(() -> server.printed().contains("listens on"));
      String ann = token(jarvis, "ann");

      // When
      HttpResponse<byte[]> told = goal(jarvis, ann);

      // Then
      String printed = new String(told.body(), StandardCharsets.UTF_8);
      String address = found(ADDRESS, printed);
      byte[] file = Files.readAllBytes(Path.of(found(FILE, printed)));
      HttpResponse<byte[]> seen = get(jarvis, address, ann);
      assertThat(seen.statusCode()).isEqualTo(200);
      assertThat(seen.headers().firstValue("Content-Type")).hasValue("image/png");
      assertThat(seen.body()).isEqualTo(file);
      assertThat(get(jarvis, address, token(jarvis, "eve")).statusCode()).isEqualTo(404);
      assertThat(get(jarvis, address, "").statusCode()).isEqualTo(401);

      String runId = told.headers().firstValue("X-Run-Id").orElseThrow();
      HttpResponse<byte[]> events = get(jarvis, "/v1/runs/" + runId + "/events", ann);
      assertThat(events.body()).asString().contains("\"blob\":\"" + address + "\"");
    }
  }

  @Test
  void aScreenshotOfAnotherProcessIsSeenThroughAnyGateway() throws Exception {
    // Given
    try (TestDatabase database = TestDatabase.create();
        Processes processes = new Processes(folder, database.url(), 2)) {
      String desktop = "gateway,planner,executor";
      processes.set(desktop, "DISPLAY", screen.display());
      processes.start("gateway,persistence", desktop);

      // When
      String printed =
          await()
              .atMost(START)
              .until(() -> processes.ask(desktop, GOAL, "t"), ADDRESS.asPredicate());

      // Then
      HttpResponse<byte[]> seen = processes.get("gateway,persistence", found(ADDRESS, printed));
      assertThat(seen.statusCode()).isEqualTo(200);
      assertThat(seen.body()).isEqualTo(Files.readAllBytes(Path.of(found(FILE, printed))));
    }
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  private static String token(Jarvis jarvis, String user) {
    return jarvis.run("token", "--user", user).out().strip();
  }

  private static HttpResponse<byte[]> goal(Jarvis jarvis, String token) throws Exception {
    String body = "{\"user_goal\":\"" + GOAL + "\",\"thread_id\":\"t\"}";
    return send(
        request(jarvis, "/not-jarvis/stream", token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<byte[]> get(Jarvis jarvis, String path, String token)
      throws Exception {
    return send(request(jarvis, path, token));
  }

  private static HttpRequest.Builder request(Jarvis jarvis, String path, String token) {
    return HttpRequest.newBuilder(jarvis.instance().address().resolve(path))
        .header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
  }
}
