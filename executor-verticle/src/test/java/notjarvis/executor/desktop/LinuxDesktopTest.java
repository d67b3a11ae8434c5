package notjarvis.executor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import notjarvis.action.Observation;
import notjarvis.web.WebAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinuxDesktopTest {
  private static final WebAddress ADDRESS = WebAddress.parse("https://example.com/?a=1&b=2");
  private static final AppName PAINT = AppName.parse("Paint");

  @TempDir private Path folder;

  @Test
  void withoutADisplayNothingIsPossibleAndTheTextSaysWhatToDo() {
    Desktop desktop = desktop(RecordingLauncher.exiting(0), Map.of("DISPLAY", ""));

    assertThat(desktop.obstacle())
        .hasValueSatisfying(text -> assertThat(text).contains("no screen", "set DISPLAY"));
    assertThat(desktop(RecordingLauncher.exiting(0)).obstacle()).isEmpty();
  }

  @Test
  void aWebsiteIsOpenedInASessionOfItsOwn() throws Exception {
    // Given
    install("setsid", "xdg-open");
    RecordingLauncher launcher = RecordingLauncher.exiting(0);

    // When
    Observation observation = desktop(launcher).openWebsite(ADDRESS);

    // Then
    assertThat(launcher.ways()).containsExactly("start");
    assertThat(launcher.commands())
        .containsExactly(
            Command.of(program("setsid"), program("xdg-open"), "https://example.com/?a=1&b=2"));
    assertThat(observation)
        .isEqualTo(
            Observation.opened(
                "Opening https://example.com/?a=1&b=2 in your browser.",
                "https://example.com/?a=1&b=2"));
  }

  @Test
  void aHostWithoutSetsidOpensWebsitesToo() throws Exception {
    install("xdg-open");
    RecordingLauncher launcher = RecordingLauncher.exiting(0);

    desktop(launcher).openWebsite(ADDRESS);

    assertThat(launcher.commands())
        .containsExactly(Command.of(program("xdg-open"), ADDRESS.toString()));
  }

  @Test
  void aBrowserThatStaysInTheForegroundHasOpened() throws Exception {
    install("setsid", "xdg-open");
    RecordingLauncher launcher = RecordingLauncher.answering(new Launched.Late());

    assertThat(desktop(launcher).openWebsite(ADDRESS).opened()).isEqualTo(ADDRESS.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "1, did not understand the address",
    "2, took it for a file",
    "3, install one or set BROWSER",
    "4, could not be started",
    "126, ended with code 126",
  })
  void anExitCodeIsToldInWords(int code, String words) throws Exception {
    install("setsid", "xdg-open");

    Observation observation = desktop(RecordingLauncher.exiting(code)).openWebsite(ADDRESS);

    assertThat(observation.status()).isEqualTo(Observation.Status.FAILED);
    assertThat(observation.opened()).isNull();
    assertThat(observation.text()).startsWith(ADDRESS + " was not opened: ").contains(words);
  }

  @Test
  void whatIsMissingForWebsitesIsNamed() throws Exception {
    RecordingLauncher launcher = RecordingLauncher.answering(new Launched.Missing());

    assertThat(desktop(launcher).openWebsite(ADDRESS).text()).contains("install xdg-utils");
    assertThat(launcher.commands()).isEmpty();

    install("xdg-open");
    assertThat(desktop(launcher).openWebsite(ADDRESS).text()).contains("could not be started");
  }

  @Test
  void anApplicationIsStartedByItsId() throws Exception {
    // Given
    install("setsid", "gtk-launch", "gio");
    describePaint();
    RecordingLauncher launcher = RecordingLauncher.exiting(0);

    // When
    Observation observation = desktop(launcher).openApp(AppName.parse("paint"));

    // Then
    assertThat(launcher.ways()).containsExactly("handOver");
    assertThat(launcher.commands())
        .containsExactly(
            Command.of(program("setsid"), program("gtk-launch"), "org.example.Paint.desktop"));
    assertThat(observation).isEqualTo(Observation.done("Starting Paint."));
  }

  @Test
  void withoutGtkLaunchItIsStartedByItsFile() throws Exception {
    install("setsid", "gio");
    Path file = describePaint();
    RecordingLauncher launcher = RecordingLauncher.exiting(0);

    desktop(launcher).openApp(PAINT);

    assertThat(launcher.commands())
        .containsExactly(Command.of(program("setsid"), program("gio"), "launch", file.toString()));
  }

  @Test
  void aLauncherThatFailsIsNoStart() throws Exception {
    install("gtk-launch");
    describePaint();

    assertThat(desktop(RecordingLauncher.exiting(1)).openApp(PAINT))
        .isEqualTo(Observation.failed("Paint was not started: its launcher ended with code 1."));
    assertThat(desktop(RecordingLauncher.answering(new Launched.Missing())).openApp(PAINT))
        .isEqualTo(Observation.failed("Paint was not started: its launcher could not be started."));
  }

  @Test
  void aLauncherThatDoesNotAnswerLeavesItUnknown() throws Exception {
    install("gtk-launch");
    describePaint();

    Observation observation =
        desktop(RecordingLauncher.answering(new Launched.Late())).openApp(PAINT);

    assertThat(observation.status()).isEqualTo(Observation.Status.UNKNOWN);
    assertThat(observation.text()).contains("Paint");
  }

  @Test
  void whatIsMissingForApplicationsIsNamed() throws Exception {
    describePaint();

    assertThat(desktop(RecordingLauncher.exiting(0)).openApp(PAINT).text())
        .contains("install libgtk-3-bin");
  }

  @Test
  void anUnknownApplicationStartsNothing() throws Exception {
    install("gtk-launch");
    describePaint();
    RecordingLauncher launcher = RecordingLauncher.exiting(0);

    assertThat(desktop(launcher).openApp(AppName.parse("xterm -e id")).succeeded()).isFalse();
    assertThat(launcher.commands()).isEmpty();
  }

  @Test
  void onX11JavaIsTheFirstCameraAndProgramsFollow() throws Exception {
    // Given
    install("import", "scrot", "gnome-screenshot", "spectacle", "grim");
    Path picture = folder.resolve("p.png");

    // When
    List<Command> cameras = desktop(RecordingLauncher.exiting(0)).cameras(picture);

    // Then
    assertThat(cameras.get(0).arguments())
        .startsWith(Path.of(System.getProperty("java.home"), "bin", "java").toString())
        .endsWith(RobotCamera.class.getName(), picture.toString());
    assertThat(cameras.subList(1, cameras.size()))
        .containsExactly(
            Command.of(program("import"), "-silent", "-window", "root", picture.toString()),
            Command.of(program("scrot"), "-o", picture.toString()),
            Command.of(program("gnome-screenshot"), "-f", picture.toString()),
            Command.of(program("spectacle"), "-b", "-n", "-o", picture.toString()));
  }

  @Test
  void onWaylandNoCameraAsksTheXServer() throws Exception {
    install("import", "scrot", "gnome-screenshot", "spectacle", "grim");
    Path picture = folder.resolve("p.png");

    Desktop desktop = desktop(RecordingLauncher.exiting(0), Map.of("WAYLAND_DISPLAY", "wayland-0"));

    assertThat(desktop.cameras(picture))
        .containsExactly(
            Command.of(program("grim"), picture.toString()),
            Command.of(program("spectacle"), "-b", "-n", "-o", picture.toString()),
            Command.of(program("gnome-screenshot"), "-f", picture.toString()));
    assertThat(desktop.cameraAdvice()).contains("Install grim");
  }

  @Test
  void aBareX11DesktopHasJavasCameraAlone() {
    Desktop desktop = desktop(RecordingLauncher.exiting(0));

    assertThat(desktop.cameras(folder.resolve("p.png"))).hasSize(1);
    assertThat(desktop.cameraAdvice()).contains("Install scrot");
  }

  private Desktop desktop(Launcher launcher) {
    return desktop(launcher, Map.of());
  }

  private Desktop desktop(Launcher launcher, Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", folder.resolve("bin").toString());
    environment.put("DISPLAY", ":7");
    environment.put("XDG_DATA_HOME", folder.toString());
    environment.put("XDG_DATA_DIRS", folder.resolve("none").toString());
    environment.putAll(variables);
    return Desktop.of(new Host("Linux", environment, folder), launcher);
  }

  private void install(String... programs) throws Exception {
    for (String program : programs) {
      Scripts.write(folder.resolve("bin").resolve(program), "exit 99");
    }
  }

  private String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private Path describePaint() throws Exception {
    Path applications = Files.createDirectories(folder.resolve("applications"));
    return Files.writeString(
        applications.resolve("org.example.Paint.desktop"),
        "[Desktop Entry]\nType=Application\nName=Paint\nExec=paint\n");
  }
}
