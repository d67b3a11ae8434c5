package notjarvis.executor.desktop;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import notjarvis.action.Action;
import notjarvis.action.Effect;
import notjarvis.action.ExecuteAction;
import notjarvis.action.Observation;
import notjarvis.action.Parameter;
import notjarvis.action.Place;
import notjarvis.blob.KeepBlob;
import notjarvis.bus.Bus;
import notjarvis.config.Settings;
import notjarvis.executor.action.ActionHandler;
import notjarvis.executor.action.Actions;
import notjarvis.executor.action.Arguments;
import notjarvis.executor.effect.EffectLog;
import notjarvis.executor.effect.Effects;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(VertxExtension.class)
class DesktopActionsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T14:05:09Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  @Test
  void threeActionsDeclareThemselves(Vertx vertx) {
    Settings.Executor settings = Settings.read(Map.of("JARVIS_HOME", folder.toString())).executor();

    var specs =
        DesktopActions.handlers(vertx, Bus.open(vertx), settings).stream()
            .map(ActionHandler::spec)
            .toList();

    assertThat(specs)
        .extracting(spec -> spec.name() + " " + spec.aliases() + " " + spec.effect())
        .containsExactly(
            "open_website [open] " + Effect.IRREVERSIBLE,
            "open_app [] " + Effect.IRREVERSIBLE,
            "take_screenshot [] " + Effect.IDEMPOTENT);
    assertThat(specs).allMatch(spec -> spec.place() == Place.DESKTOP);
    assertThat(specs)
        .flatExtracting(spec -> spec.parameters().stream().map(DesktopActionsTest::shape).toList())
        .containsExactly("url ADDRESS true", "name TEXT true", "save_path TEXT false");
  }

  private static String shape(Parameter parameter) {
    return parameter.name() + " " + parameter.type() + " " + parameter.required();
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "--help", "file:///etc/passwd", "https://a b/"})
  void whatIsNoWebAddressIsRefusedAndNothingIsStarted(String url, Vertx vertx) throws Exception {
    RecordingLauncher launcher = RecordingLauncher.exiting(0);

    Observation observation =
        carryOut(new OpenWebsite(screen(vertx, launcher)), Map.of("url", url));

    assertThat(observation.status()).isEqualTo(Observation.Status.FAILED);
    assertThat(observation.text()).contains(url);
    assertThat(launcher.commands()).isEmpty();
  }

  @Test
  void aWebAddressReachesTheDesktopAsItWasPutTogetherAgain(Vertx vertx) throws Exception {
    RecordingLauncher launcher = RecordingLauncher.exiting(0);

    Observation observation =
        carryOut(
            new OpenWebsite(screen(vertx, launcher)), Map.of("url", "HTTPS://Bücher.example:443"));

    assertThat(observation.opened()).isEqualTo("https://xn--bcher-kva.example/");
    assertThat(launcher.commands())
        .containsExactly(Command.of("/usr/bin/open", "https://xn--bcher-kva.example/"));
  }

  @Test
  void aPathIsNoApplicationAndNothingIsStarted(Vertx vertx) throws Exception {
    RecordingLauncher launcher = RecordingLauncher.exiting(0);

    Observation observation =
        carryOut(new OpenApp(screen(vertx, launcher)), Map.of("name", "/bin/sh"));

    assertThat(observation.status()).isEqualTo(Observation.Status.FAILED);
    assertThat(launcher.commands()).isEmpty();
  }

  @Test
  void anApplicationIsStartedByItsName(Vertx vertx) throws Exception {
    Observation observation =
        carryOut(
            new OpenApp(screen(vertx, RecordingLauncher.exiting(0))), Map.of("name", "Safari"));

    assertThat(observation).isEqualTo(Observation.done("Starting Safari."));
  }

  @Test
  void withoutAScreenEveryActionSaysSo(Vertx vertx) throws Exception {
    Settings.Executor settings = Settings.read(Map.of("JARVIS_HOME", folder.toString())).executor();
    Host host = new Host("Linux", Map.of("PATH", "/usr/bin"), folder);
    Map<String, Object> all =
        Map.of("url", "https://a.b/", "name", "Paint", "save_path", "~/a.png");

    for (ActionHandler handler : DesktopActions.handlers(vertx, Bus.open(vertx), settings, host)) {
      Map<String, Object> arguments = new HashMap<>(all);
      arguments
          .keySet()
          .retainAll(handler.spec().parameters().stream().map(Parameter::name).toList());

      Observation observation = carryOut(handler, arguments);

      assertThat(observation.status()).isEqualTo(Observation.Status.FAILED);
      assertThat(observation.text()).startsWith("There is no screen here");
    }
  }

  @Test
  void aScreenshotIsSavedUnderTheTimeItWasTaken(Vertx vertx) throws Exception {
    RecordingLauncher launcher = new RecordingLauncher(command -> photograph(command, true));

    Observation observation = carryOut(camera(vertx, launcher), Map.of());

    Path file = folder.resolve("screenshots/Screenshot 2026-11-23 at 14.05.09.png");
    assertThat(observation)
        .isEqualTo(
            Observation.wrote("Saved a screenshot to " + file, file.toString())
                .withBlob(KeptBlobs.ref(Files.readAllBytes(file))));
    assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(64);
  }

  @Test
  void aScreenshotThatIsOrderedAgainIsTheSameOneWithTheSameCopy(Vertx vertx) throws Exception {
    // Given
    KeptBlobs kept = KeptBlobs.on(vertx);
    RecordingLauncher launcher = new RecordingLauncher(command -> photograph(command, true));
    ActionHandler camera = camera(screen(vertx, launcher), launcher, kept.album(vertx));
    Action action = new Action("r:1", "take_screenshot", Map.of(), Effect.IDEMPOTENT);
    ExecuteAction order = new ExecuteAction(new ThreadKey("ann", "trip"), action, "planner");

    // When
    Observation first = ordered(vertx, camera, order);
    Observation second = ordered(vertx, camera, order);

    // Then
    assertThat(first.blob()).isNotNull();
    assertThat(second).isEqualTo(first);
    assertThat(launcher.commands()).hasSize(1);
    assertThat(kept.all()).singleElement().extracting(KeepBlob::ownerId).isEqualTo("ann");
  }

  /** Each time by an executor that has just been started. */
  private Observation ordered(Vertx vertx, ActionHandler handler, ExecuteAction order)
      throws Exception {
    Effects effects =
        new Effects(EffectLog.open(vertx, folder), asked -> Future.succeededFuture(true));
    return new Actions(List.of(handler), effects, Duration.ofSeconds(20))
        .carryOut(order)
        .toCompletionStage()
        .toCompletableFuture()
        .get(20, SECONDS);
  }

  @Test
  void aScreenshotIsSavedWhereThePersonSays(Vertx vertx) throws Exception {
    RecordingLauncher launcher = new RecordingLauncher(command -> photograph(command, true));

    Observation observation =
        carryOut(camera(vertx, launcher), Map.of("save_path", "~/it's; %d $(id).png"));

    assertThat(observation.file()).isEqualTo(folder.resolve("it's; %d $(id).png").toString());
    assertThat(folder.resolve("it's; %d $(id).png")).isNotEmptyFile();
    assertThat(launcher.commands().get(0).arguments()).noneMatch(each -> each.contains("$(id)"));
  }

  @Test
  void anEmptyPathIsNone(Vertx vertx) throws Exception {
    RecordingLauncher launcher = new RecordingLauncher(command -> photograph(command, true));

    Observation observation = carryOut(camera(vertx, launcher), Map.of("save_path", " "));

    assertThat(observation.file()).startsWith(folder.resolve("screenshots").toString());
  }

  @Test
  void aPlaceThatIsRefusedTakesNoPicture(Vertx vertx) throws Exception {
    RecordingLauncher launcher = new RecordingLauncher(command -> photograph(command, true));

    Observation observation = carryOut(camera(vertx, launcher), Map.of("save_path", "a.png"));

    assertThat(observation.status()).isEqualTo(Observation.Status.FAILED);
    assertThat(observation.text()).contains("full path");
    assertThat(launcher.commands()).isEmpty();
  }

  @Test
  void aPictureOfOneColourIsAFailureAndNoFile(Vertx vertx) throws Exception {
    RecordingLauncher launcher = new RecordingLauncher(command -> photograph(command, false));

    Observation observation = carryOut(camera(vertx, launcher), Map.of("save_path", "~/a.png"));

    assertThat(observation.status()).isEqualTo(Observation.Status.FAILED);
    assertThat(observation.text()).contains("No picture of the screen", "Allow screen recording");
    assertThat(folder.resolve("a.png")).doesNotExist();
  }

  @Test
  void aCameraThatLeavesNoPictureIsAFailure(Vertx vertx) throws Exception {
    Album album = KeptBlobs.on(vertx).album(vertx);
    for (int code : new int[] {0, 1}) {
      RecordingLauncher launcher = RecordingLauncher.exiting(code);

      Observation observation =
          carryOut(camera(screen(vertx, launcher), launcher, album), Map.of());

      assertThat(observation.status()).isEqualTo(Observation.Status.FAILED);
    }
  }

  @Test
  void whenOneCameraFailsTheNextOneIsTried(Vertx vertx) throws Exception {
    RecordingLauncher launcher =
        new RecordingLauncher(command -> photograph(command, command.program().endsWith("scrot")));

    Observation observation =
        carryOut(camera(vertx, threeCameras(vertx, launcher), launcher), Map.of());

    assertThat(observation.succeeded()).isTrue();
    assertThat(launcher.commands()).hasSize(3);
  }

  @Test
  void aCameraThatDoesNotOverwriteFindsNothingOfTheOneBefore(Vertx vertx) throws Exception {
    RecordingLauncher launcher = new RecordingLauncher(DesktopActionsTest::photographOnce);

    Observation observation =
        carryOut(camera(vertx, threeCameras(vertx, launcher), launcher), Map.of());

    assertThat(observation.succeeded()).isTrue();
    assertThat(launcher.commands()).hasSize(2);
  }

  @Test
  void whatCamerasLeaveBesideTheirPictureIsTakenAway(Vertx vertx) throws Exception {
    // Given
    RecordingLauncher launcher = new RecordingLauncher(DesktopActionsTest::photographTwice);

    // When
    Observation observation = carryOut(camera(vertx, launcher), Map.of("save_path", "~/a.png"));

    // Then
    assertThat(observation.file()).isEqualTo(folder.resolve("a.png").toString());
    assertThat(observation.succeeded()).isTrue();
    assertThat(picture(launcher.commands().get(0)).getParent()).doesNotExist();
  }

  @Test
  void whatCamerasLeaveHidesNoAdvice(Vertx vertx) throws Exception {
    RecordingLauncher launcher = new RecordingLauncher(command -> leaveMore(command, 1));

    Observation observation = carryOut(camera(vertx, launcher), Map.of());

    assertThat(observation.text()).startsWith("No picture of the screen could be taken");
    assertThat(picture(launcher.commands().get(0)).getParent()).doesNotExist();
  }

  @Test
  void noFurtherCameraIsTriedWhenTheTimeIsNearlyOver(Vertx vertx) throws Exception {
    // Given
    MovingClock clock = new MovingClock();
    RecordingLauncher launcher = new RecordingLauncher(command -> hang(clock));

    // When
    Observation observation =
        carryOut(camera(vertx, threeCameras(vertx, launcher, clock), launcher), Map.of());

    // Then
    assertThat(observation.status()).isEqualTo(Observation.Status.FAILED);
    assertThat(launcher.commands()).hasSize(2);
  }

  /** Java's own, {@code import} and {@code scrot}. */
  private Screen threeCameras(Vertx vertx, Launcher launcher) throws IOException {
    return threeCameras(vertx, launcher, CLOCK);
  }

  private Screen threeCameras(Vertx vertx, Launcher launcher, Clock clock) throws IOException {
    Path programs = folder.resolve("bin");
    Scripts.write(programs.resolve("import"), "");
    Scripts.write(programs.resolve("scrot"), "");
    Map<String, String> environment = Map.of("PATH", programs.toString(), "DISPLAY", ":7");
    return screen(vertx, new Host("Linux", environment, folder), launcher, clock);
  }

  @Test
  void aFolderThatCannotBeMadeIsToldInWords(Vertx vertx) throws Exception {
    Files.writeString(folder.resolve("screenshots"), "a file is in its place");
    RecordingLauncher launcher = new RecordingLauncher(command -> photograph(command, true));

    Observation observation = carryOut(camera(vertx, launcher), Map.of());

    assertThat(observation.text())
        .isEqualTo("The screenshot could not be saved; logs/jarvis.log says why.");
  }

  private ActionHandler camera(Vertx vertx, Launcher launcher) throws Exception {
    return camera(vertx, screen(vertx, launcher), launcher);
  }

  private ActionHandler camera(Vertx vertx, Screen screen, Launcher launcher) throws Exception {
    return camera(screen, launcher, KeptBlobs.on(vertx).album(vertx));
  }

  private ActionHandler camera(Screen screen, Launcher launcher, Album album) {
    Path screenshots = folder.resolve("screenshots");
    return new TakeScreenshot(screen, launcher, folder, screenshots, CLOCK, album);
  }

  private Screen screen(Vertx vertx, Launcher launcher) {
    return screen(vertx, new Host("Mac OS X", Map.of(), folder), launcher, CLOCK);
  }

  private static Screen screen(Vertx vertx, Host host, Launcher launcher, Clock clock) {
    return new Screen(
        vertx.createSharedWorkerExecutor("desktop-test", 1), Desktop.of(host, launcher), clock);
  }

  private static Observation carryOut(ActionHandler handler, Map<String, Object> arguments)
      throws Exception {
    return handler
        .carryOut(new Arguments(arguments), "local")
        .toCompletionStage()
        .toCompletableFuture()
        .get(20, SECONDS);
  }

  /** Java's camera sees nothing; any other fails where there is a picture already. */
  private static Launched photographOnce(Command command) {
    if (Files.exists(picture(command))) {
      return new Launched.Ended(2, "");
    }
    return photograph(command, !command.program().endsWith("java"));
  }

  private static Launched photographTwice(Command command) {
    photograph(command, true);
    return leaveMore(command, 0);
  }

  private static Launched leaveMore(Command command, int exitCode) {
    try {
      Path more = Files.createDirectory(picture(command).resolveSibling("more"));
      Files.writeString(more.resolve("screen-1.png"), "pixels");
      Files.writeString(picture(command).resolveSibling("screen_000.png"), "pixels");
      return new Launched.Ended(exitCode, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Launched hang(MovingClock clock) {
    clock.goOn(Duration.ofMillis(10_001));
    return new Launched.Late();
  }

  private static Path picture(Command command) {
    return Path.of(command.arguments().get(command.arguments().size() - 1));
  }

  /** Writes a picture where the command says, as a camera would. */
  private static Launched photograph(Command command, boolean showsSomething) {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    image.setRGB(8, 8, showsSomething ? 0xFF0000 : 0);
    try {
      ImageIO.write(image, "png", picture(command).toFile());
      return new Launched.Ended(0, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
