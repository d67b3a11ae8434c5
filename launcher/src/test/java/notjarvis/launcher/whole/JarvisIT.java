package notjarvis.launcher.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import notjarvis.launcher.whole.Jarvis.Ended;
import notjarvis.launcher.whole.Jarvis.Started;
import notjarvis.testing.GeminiAnswer;
import notjarvis.testing.GeminiStandIn;
import notjarvis.testing.Requirement;
import notjarvis.testing.SearchStandIn;
import notjarvis.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(VertxExtension.class)
class JarvisIT {
  private static final Duration START = Duration.ofSeconds(60);

  @TempDir private Path folder = Path.of("");
  private Jarvis jarvis = new Jarvis(folder);
  private Path opened = folder;

  @BeforeEach
  void prepare() throws IOException {
    jarvis = new Jarvis(folder);
    opened = folder.resolve("opened");
  }

  @AfterEach
  void end() {
    jarvis.close();
  }

  @Test
  void aWebsiteIsFoundAndOpenedAndOpenedAgainByAnotherProcess(Vertx vertx) throws IOException {
    browserThatWritesDown();
    try (SearchStandIn search = SearchStandIn.start(vertx)) {
      jarvis.with("SEARXNG_URL", search.baseUri());

      Ended first = jarvis.ask("find the MIT website and open it");
      Ended second = jarvis.ask("open that site again");

      assertThat(first.code()).as(first.out() + first.err()).isZero();
      assertThat(first.out()).contains("Searching the web").contains("https://web.mit.edu/");
      assertThat(second.code()).as(second.out() + second.err()).isZero();
    }
    await()
        .untilAsserted(
            () -> assertThat(opened).hasContent("https://web.mit.edu/\nhttps://web.mit.edu/\n"));
  }

  @Test
  void aModelDecidesWhatTheIntentsDoNotUnderstand(Vertx vertx) throws IOException {
    browserThatWritesDown();
    try (SearchStandIn search = SearchStandIn.start(vertx);
        GeminiStandIn gemini = GeminiStandIn.start(vertx)) {
      gemini.then(
          GeminiAnswer.deciding("Let me look.", "search", Map.of("query", "MIT")),
          GeminiAnswer.deciding("Opening it.", "open_website", Map.of("url", 1)),
          GeminiAnswer.finishing("There you are: MIT."));
      jarvis
          .with("SEARXNG_URL", search.baseUri())
          .with("GEMINI_API_KEY", GeminiStandIn.KEY)
          .with("GEMINI_BASE_URL", gemini.baseUri());

      Ended ended = jarvis.ask("I wonder about that school in Cambridge; open its page for me");

      assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
      assertThat(ended.out().lines())
          .containsExactly("Let me look.", "Opening it.", "There you are: MIT.");
    }
    await().untilAsserted(() -> assertThat(opened).hasContent("https://web.mit.edu/\n"));
  }

  @Test
  void aServerThatIsKilledRemembersTheConversation() {
    Started server = serve();
    Ended before = jarvis.ask("what is 12 * 12");
    server.process().destroyForcibly().onExit().join();

    Ended after = jarvis.ask("what did I ask");

    assertThat(before.out()).contains("144");
    assertThat(after.code()).as(after.out() + after.err()).isZero();
    assertThat(after.out()).contains("what is 12 * 12");
  }

  @Test
  void aClientThatPrintsDataLinesUntilDoneShowsTheAnswer() throws Exception {
    serve();
    HttpResponse<Stream<String>> response =
        HttpClient.newHttpClient().send(goal("what is 12 * 12"), BodyHandlers.ofLines());

    List<String> shown =
        response
            .body()
            .filter(line -> line.startsWith("data: "))
            .map(line -> line.substring("data: ".length()))
            .toList();

    assertThat(response.headers().firstValue("X-Run-Id")).isPresent();
    assertThat(shown).containsExactly("12 * 12 = 144", "[DONE]");
  }

  @Test
  void whatCannotBeDoneIsSaidAndEndsWithOne() {
    Ended ended = jarvis.ask("search for jazz in Lisbon");

    assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(1);
    assertThat(ended.out()).contains("SEARXNG_URL");
  }

  @Test
  void whatNothingUnderstandsFailsAndSaysWhatToDo() {
    Ended ended = jarvis.ask("compose a symphony in my style");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).containsIgnoringCase("help");
  }

  @Test
  void aTakenPortIsAClearMessage() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ended ended = jarvis.run("serve", "--port", String.valueOf(taken.getLocalPort()));

      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.err()).contains(String.valueOf(taken.getLocalPort())).contains("--port");
      assertThat(ended.err()).doesNotContain("Exception");
    }
  }

  @Test
  void aSecondServerInTheSameHomeSaysWhoHasIt() {
    Started first = serve();

    Ended second = jarvis.run("serve", "--port", "0");

    assertThat(second.code()).isEqualTo(1);
    assertThat(second.err()).contains("process " + first.process().pid());
  }

  @Test
  void aServerSaysOnItsConsoleWhatItDoes() throws IOException {
    Started server = serve();

    assertThat(Files.readString(server.err())).contains("EmbeddedDatabase - PostgreSQL started");
    assertThat(jarvis.home().resolve("logs/jarvis.log"))
        .content()
        .containsOnlyOnce("PostgreSQL started");
  }

  @Test
  void twoAsksAtOnceInANewHomeBothFinish() {
    Started one = jarvis.start("ask", "--thread", "a", "what is 1 + 1");
    Started two = jarvis.start("ask", "--thread", "b", "what is 20 + 2");

    Ended first = jarvis.ended(one);
    Ended second = jarvis.ended(two);

    assertThat(first.out()).as(first.err()).contains("2");
    assertThat(second.out()).as(second.err()).contains("22");
  }

  @Test
  void theDoctorSaysWhatWorksAndWhatToSet() {
    Ended ended = jarvis.run("doctor");

    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.out())
        .containsPattern("ok +Java")
        .containsPattern("ok +Database +PostgreSQL")
        .containsPattern("not set +Model .*GEMINI_API_KEY")
        .containsPattern("not set +Search .*SEARXNG_URL");
  }

  @Test
  void theDoctorLooksAtEverythingBesideTheFaults() throws IOException {
    Files.createDirectories(jarvis.home());
    Files.writeString(jarvis.home().resolve(".env"), "this is s3cret\nSEARXNG_URL=nowhere\n");

    Ended ended =
        jarvis.with("GEMINI_MODEL", "foo bar").with("DISPLAY", "unix:59999").run("doctor");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out())
        .containsPattern("BROKEN +Settings .*\\.env: line 1")
        .containsPattern("BROKEN +Settings +SEARXNG_URL")
        .containsPattern("ok +Database +PostgreSQL")
        .containsPattern("not set +Model")
        .containsPattern("BROKEN +Desktop +DISPLAY=unix:59999")
        .doesNotContain("s3cret");
  }

  @Test
  void theDoctorSaysThatAServerHasSettingsOfItsOwn() {
    Started server = serve();

    Ended ended = jarvis.run("doctor");

    assertThat(ended.out())
        .containsPattern("ok +Server +process " + server.process().pid() + " at http")
        .containsPattern("ok +Database +PostgreSQL");
  }

  @Test
  void aServerOnAnotherLoopbackAddressIsFound() {
    Started server = jarvis.start("serve", "--port", "0", "--host", "127.0.0.2");
    await().atMost(START).until(() -> server.printed().contains("listens on"));

    Ended ended = jarvis.ask("what is 12 * 12");

    assertThat(ended.out()).as(ended.err()).contains("144");
    assertThat(jarvis.instance().pid()).isEqualTo(server.process().pid());
  }

  @Test
  void aDatabaseOfOnesOwnTakesThePlaceOfTheEmbeddedOne() {
    try (TestDatabase database = TestDatabase.create()) {
      jarvis.with("DATABASE_URL", database.url());

      jarvis.ask("what is 12 * 12");
      Ended ended = jarvis.ask("what did I ask");

      assertThat(ended.out()).as(ended.err()).contains("what is 12 * 12");
      assertThat(jarvis.home().resolve("postgres")).doesNotExist();
    }
  }

  @Test
  void aDatabaseThatIsAwayIsAClearAnswerAndTheServerIsUp() throws Exception {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    jarvis.with("DATABASE_URL", "postgresql://u:s3cret@127.0.0.1:" + nobody + "/d");
    serve();

    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(goal("what is 1 + 1"), BodyHandlers.ofString());
    HttpResponse<String> ready = get("/health/ready");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("database").doesNotContain("s3cret");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
  }

  private Started serve() {
    Started server = jarvis.start("serve", "--port", "0");
    await().atMost(START).until(() -> server.printed().contains("listens on"));
    return server;
  }

  private HttpRequest goal(String goal) {
    return HttpRequest.newBuilder(address("/not-jarvis/stream"))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"user_goal\":\"" + goal + "\",\"thread_id\":\"default\"}"))
        .build();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
  }

  private URI address(String path) {
    return jarvis.instance().address().resolve(path);
  }

  /** What stands in for the person's browser: it writes down what it is asked to open. */
  private void browserThatWritesDown() throws IOException {
    Requirement.program("xdg-open");
    Path browser = folder.resolve("browser");
    Files.writeString(browser, "#!/bin/sh\nprintf '%s\\n' \"$1\" >> '" + opened + "'\n");
    Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwx------"));
    Path noOtherBrowser = Files.createDirectory(folder.resolve("applications"));
    jarvis.with("BROWSER", browser).with("DISPLAY", ":99").with("XDG_DATA_DIRS", noOtherBrowser);
  }
}
