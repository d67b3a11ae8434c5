package notjarvis.executor.desktop;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.junit5.VertxExtension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import notjarvis.action.Observation;
import notjarvis.blob.KeepBlob;
import notjarvis.config.Settings;
import notjarvis.executor.action.ActionHandler;
import notjarvis.executor.action.Arguments;
import notjarvis.testing.Requirement;
import notjarvis.testing.VirtualScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Real windows of real programs on an X server of our own. */
@ExtendWith(VertxExtension.class)
class DesktopIT {
  private static final int BLUE = 0x123456;
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private VirtualScreen screen;
  private Path browserPid;
  private Path appPid;
  private KeptBlobs persistence;

  @BeforeEach
  void openScreen(Vertx vertx) throws Exception {
    persistence = KeptBlobs.on(vertx);
    browserPid = folder.resolve("browser.pid");
    appPid = folder.resolve("app.pid");
    screen = VirtualScreen.open();
  }

  @AfterEach
  void closeScreen() throws Exception {
    Scripts.end(browserPid);
    Scripts.end(appPid);
    // the helpers of a browser that was ended early write on for a moment
    await()
        .atMost(LONG_ENOUGH)
        .ignoreExceptions()
        .until(() -> isDeleted(folder.resolve("browser")));
    if (screen != null) {
      screen.close();
    }
  }

  private static boolean isDeleted(Path profile) throws IOException {
    if (Files.exists(profile)) {
      try (Stream<Path> files = Files.walk(profile)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
    return true;
  }

  @Test
  void aWebsiteOpensInTheBrowser(Vertx vertx) throws Exception {
    // Given
    Requirement.program("xdg-open");
    Path browser = browser();
    Queue<String> visits = new ConcurrentLinkedQueue<>();
    HttpServer site = site(vertx, visits);
    String address = "http://127.0.0.1:" + site.actualPort() + "/caf%C3%A9?a=1&b=2";

    // When
    Observation observation =
        carryOut(
            vertx, "open_website", Map.of("url", address), Map.of("BROWSER", browser.toString()));

    // Then
    assertThat(observation.status()).isEqualTo(Observation.Status.OK);
    assertThat(observation.opened()).isEqualTo(address);
    await().atMost(LONG_ENOUGH).until(() -> visits.contains("/caf%C3%A9?a=1&b=2"));
    await().atMost(LONG_ENOUGH).until(() -> screen.windows().contains("A page of the test"));
  }

  @Test
  void aBrowserThatFailsAtOnceIsToldInWords(Vertx vertx) throws Exception {
    Requirement.program("xdg-open");
    Path browser = Scripts.write(folder.resolve("broken-browser"), "exit 7");

    Observation observation =
        carryOut(
            vertx,
            "open_website",
            Map.of("url", "http://127.0.0.1:9/"),
            Map.of("BROWSER", browser.toString()));

    assertThat(observation.status()).isEqualTo(Observation.Status.FAILED);
    assertThat(observation.text()).contains("http://127.0.0.1:9/ was not opened: no browser works");
  }

  @Test
  void anApplicationOpensItsWindow(Vertx vertx) throws Exception {
    installBlueTerminal();

    Observation observation =
        carryOut(vertx, "open_app", Map.of("name", "blue terminal"), Map.of());

    assertThat(observation).isEqualTo(Observation.done("Starting Blue Terminal."));
    await().atMost(LONG_ENOUGH).until(() -> screen.windows().contains("Window of the test"));
  }

  @Test
  void anApplicationOpensWithoutGtkLaunchToo(Vertx vertx) throws Exception {
    installBlueTerminal();
    Path programs = Files.createDirectory(folder.resolve("bin"));
    for (String program : new String[] {"setsid", "gio", "xterm"}) {
      Files.createSymbolicLink(programs.resolve(program), Requirement.program(program));
    }

    Observation observation =
        carryOut(
            vertx, "open_app", Map.of("name", "Blue Terminal"), Map.of("PATH", programs + ":/bin"));

    assertThat(observation).isEqualTo(Observation.done("Starting Blue Terminal."));
    await().atMost(LONG_ENOUGH).until(() -> screen.windows().contains("Window of the test"));
  }

  @Test
  void aScreenshotShowsWhatIsOnTheScreen(Vertx vertx) throws Exception {
    // Given
    installBlueTerminal();
    carryOut(vertx, "open_app", Map.of("name", "Blue Terminal"), Map.of());

    // When
    Path file = folder.resolve("screen.png");
    await().atMost(LONG_ENOUGH).until(() -> showsBlue(vertx, file));

    // Then
    BufferedImage picture = ImageIO.read(file.toFile());
    assertThat(picture.getWidth()).isEqualTo(1024);
    assertThat(picture.getHeight()).isEqualTo(768);
    List<KeepBlob> copies = persistence.all();
    assertThat(copies.get(copies.size() - 1).bytes()).isEqualTo(Files.readAllBytes(file));
  }

  private boolean showsBlue(Vertx vertx, Path file) throws Exception {
    Files.deleteIfExists(file);
    Observation observation =
        carryOut(vertx, "take_screenshot", Map.of("save_path", file.toString()), Map.of());
    return file.toString().equals(observation.file()) && bluePixels(file) > 10_000;
  }

  @Test
  void everyCameraOfThisHostSeesTheScreen(Vertx vertx) throws Exception {
    // Given
    Requirement.program("import");
    installBlueTerminal();
    carryOut(vertx, "open_app", Map.of("name", "Blue Terminal"), Map.of());
    Path file = folder.resolve("screen.png");
    await().atMost(LONG_ENOUGH).until(() -> showsBlue(vertx, file));
    Host host = host(Map.of());
    ProcessLauncher launcher = new ProcessLauncher(host.environment());
    Path picture = folder.resolve("picture.png");

    // When
    var cameras = Desktop.of(host, launcher).cameras(picture);

    // Then
    assertThat(cameras).hasSizeGreaterThanOrEqualTo(2);
    for (Command camera : cameras) {
      Files.deleteIfExists(picture);
      assertThat(launcher.run(camera).succeeded()).as(camera.program()).isTrue();
      assertThat(bluePixels(picture)).as(camera.program()).isGreaterThan(10_000);
    }
  }

  @Test
  void aScreenThatShowsNothingIsNoPicture(Vertx vertx) throws Exception {
    Path file = folder.resolve("screen.png");

    Observation observation =
        carryOut(vertx, "take_screenshot", Map.of("save_path", file.toString()), Map.of());

    assertThat(observation.status()).isEqualTo(Observation.Status.FAILED);
    assertThat(observation.text())
        .startsWith("No picture of the screen could be taken; it may be locked");
    assertThat(file).doesNotExist();
  }

  private void installBlueTerminal() throws IOException {
    Requirement.program("gtk-launch");
    String terminal =
        Requirement.program("xterm") + " -T 'Window of the test' -bg '#123456' -e sleep 300";
    Path script = Scripts.writeTraced(folder.resolve("terminal"), appPid, terminal);
    Path applications = Files.createDirectories(folder.resolve("data/applications"));
    Files.writeString(
        applications.resolve("blue.desktop"),
        """
        [Desktop Entry]
        Type=Application
        Name=Blue Terminal
        Name[de]=Blaues Terminal
        Exec=%s
        """
            .formatted(script));
  }

  private Path browser() throws IOException {
    String flags =
        " --no-sandbox --no-first-run --disable-gpu --disable-background-networking --disable-sync"
            + " --disable-component-update --user-data-dir='"
            + folder.resolve("browser")
            + "' \"$@\"";
    String chromium = Requirement.program("chromium") + flags;
    return Scripts.writeTraced(folder.resolve("test-browser"), browserPid, chromium);
  }

  private static HttpServer site(Vertx vertx, Queue<String> visits) throws Exception {
    return vertx
        .createHttpServer()
        .requestHandler(request -> page(request, visits))
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, SECONDS);
  }

  private static void page(HttpServerRequest request, Queue<String> visits) {
    visits.add(request.uri());
    request
        .response()
        .putHeader("Content-Type", "text/html")
        .end("<title>A page of the test</title><p>Hello");
  }

  private Observation carryOut(
      Vertx vertx, String action, Map<String, Object> arguments, Map<String, String> variables)
      throws Exception {
    ActionHandler handler =
        DesktopActions.handlers(vertx, persistence.bus(), settings(), host(variables)).stream()
            .filter(each -> each.spec().isCalled(action))
            .findFirst()
            .orElseThrow();
    return handler
        .carryOut(new Arguments(arguments), "local")
        .toCompletionStage()
        .toCompletableFuture()
        .get(60, SECONDS);
  }

  private Settings.Executor settings() {
    Settings.Search search =
        new Settings.Search(
            Optional.empty(),
            URI.create("http://localhost"),
            Optional.empty(),
            URI.create("http://localhost"),
            false,
            Optional.empty());
    return new Settings.Executor(search, folder.resolve("screenshots"));
  }

  private Host host(Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", folder.toString());
    environment.put("TMPDIR", folder.toString());
    environment.put("DISPLAY", screen.display());
    environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
    environment.put("XDG_DATA_DIRS", folder.resolve("no-data").toString());
    environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    environment.putAll(variables);
    return new Host("Linux", environment, folder);
  }

  private static long bluePixels(Path file) throws IOException {
    BufferedImage picture = ImageIO.read(file.toFile());
    return IntStream.range(0, picture.getWidth() * picture.getHeight())
        .map(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()) & 0xFFFFFF)
        .filter(colour -> colour == BLUE)
        .count();
  }
}
