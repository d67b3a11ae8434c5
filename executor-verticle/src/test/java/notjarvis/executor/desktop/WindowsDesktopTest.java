package notjarvis.executor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import notjarvis.action.Observation;
import notjarvis.web.WebAddress;
import org.junit.jupiter.api.Test;

class WindowsDesktopTest {
  private static final WebAddress ADDRESS = WebAddress.parse("https://example.com/?a=1&b=%25PATH");
  private static final String POWER_SHELL =
      "D:\\Win\\System32\\WindowsPowerShell\\v1.0\\powershell.exe";
  private static final String START_MENU =
      """
      \uFEFFNotepad\tMicrosoft.WindowsNotepad_8wekyb3d8bbwe!App\r
      Disk Tool\t{6D809377-6AF0}\\Disk Tool\\disk.exe\r
      no tab\r
      \t\r
      no id\t\r
      """;

  @Test
  void aWebsiteGoesToTheUrlHandlerAsOneArgument() {
    RecordingLauncher launcher = RecordingLauncher.exiting(0);

    Observation observation = desktop(launcher).openWebsite(ADDRESS);

    assertThat(launcher.ways()).containsExactly("start");
    assertThat(launcher.commands())
        .containsExactly(
            Command.of(
                "D:\\Win\\System32\\rundll32.exe",
                "url.dll,FileProtocolHandler",
                "https://example.com/?a=1&b=%25PATH"));
    assertThat(observation.opened()).isEqualTo(ADDRESS.toString());
  }

  @Test
  void aWebsiteThatWasNotOpenedIsToldInWords() {
    assertThat(desktop(RecordingLauncher.exiting(5)).openWebsite(ADDRESS).text())
        .isEqualTo(ADDRESS + " was not opened: Windows answered with code 5.");
    assertThat(
            desktop(RecordingLauncher.answering(new Launched.Missing()))
                .openWebsite(ADDRESS)
                .text())
        .isEqualTo(ADDRESS + " was not opened: rundll32 could not be started.");
    assertThat(
            desktop(RecordingLauncher.answering(new Launched.Late())).openWebsite(ADDRESS).opened())
        .isEqualTo(ADDRESS.toString());
  }

  @Test
  void anApplicationIsFoundInTheStartMenuAndStartedByItsId() {
    RecordingLauncher launcher = new RecordingLauncher(WindowsDesktopTest::windows);

    Observation observation = desktop(launcher).openApp(AppName.parse("disk tool"));

    assertThat(launcher.ways()).containsExactly("run", "start");
    assertThat(launcher.commands().get(1))
        .isEqualTo(
            Command.of(
                "D:\\Win\\explorer.exe", "shell:AppsFolder\\{6D809377-6AF0}\\Disk Tool\\disk.exe"));
    assertThat(observation).isEqualTo(Observation.done("Starting Disk Tool."));
  }

  @Test
  void theScriptThatReadsTheStartMenuKnowsNothingOfWhatWasAskedFor() {
    RecordingLauncher one = new RecordingLauncher(WindowsDesktopTest::windows);
    RecordingLauncher other = new RecordingLauncher(WindowsDesktopTest::windows);

    desktop(one).openApp(AppName.parse("Notepad"));
    desktop(other).openApp(AppName.parse("'; Remove-Item $HOME"));

    assertThat(one.commands().get(0)).isEqualTo(other.commands().get(0));
    assertThat(script(one.commands().get(0))).contains("Get-StartApps");
    assertThat(other.commands()).hasSize(1);
  }

  @Test
  void aStartMenuThatCannotBeReadIsToldInWords() {
    AppName notepad = AppName.parse("Notepad");

    assertThat(desktop(RecordingLauncher.answering(new Launched.Late())).openApp(notepad).text())
        .contains("could not be read in time");
    assertThat(desktop(RecordingLauncher.answering(new Launched.Missing())).openApp(notepad).text())
        .contains("PowerShell could not be started");
    assertThat(desktop(RecordingLauncher.exiting(1)).openApp(notepad).text())
        .isEqualTo("Notepad was not started: the start menu could not be read.");
  }

  @Test
  void thePathOfAPictureIsNoPartOfTheScript() {
    Desktop desktop = desktop(RecordingLauncher.exiting(0));

    List<Command> one = desktop.cameras(Path.of("/tmp/'; exit #.png"));
    List<Command> other = desktop.cameras(Path.of("/tmp/b.png"));

    assertThat(one).hasSize(1);
    assertThat(one.get(0).arguments()).isEqualTo(other.get(0).arguments());
    assertThat(one.get(0).variables())
        .isEqualTo(Map.of("NOT_JARVIS_PICTURE", "/tmp/'; exit #.png"));
    assertThat(script(one.get(0))).contains("CopyFromScreen", "$env:NOT_JARVIS_PICTURE");
    assertThat(desktop.cameraAdvice()).contains("not as a service");
  }

  @Test
  void powerShellIsCalledWithoutProfileAndWithoutQuestions() {
    Command camera = desktop(RecordingLauncher.exiting(0)).cameras(Path.of("/tmp/p.png")).get(0);

    assertThat(camera.arguments())
        .hasSize(7)
        .startsWith(
            POWER_SHELL,
            "-NoProfile",
            "-NonInteractive",
            "-ExecutionPolicy",
            "Bypass",
            "-EncodedCommand");
  }

  @Test
  void withoutSystemRootWindowsIsWhereItUsuallyIs() {
    RecordingLauncher launcher = RecordingLauncher.exiting(0);

    Desktop desktop = Desktop.of(new Host("Windows 11", Map.of(), Path.of("/")), launcher);
    desktop.openWebsite(ADDRESS);

    assertThat(desktop.obstacle()).isEmpty();
    assertThat(launcher.commands().get(0).program())
        .isEqualTo("C:\\Windows\\System32\\rundll32.exe");
  }

  private static Launched windows(Command command) {
    boolean explorer = command.program().endsWith("explorer.exe");
    return explorer ? new Launched.Ended(1, "") : new Launched.Ended(0, START_MENU);
  }

  private static String script(Command command) {
    String encoded = command.arguments().get(command.arguments().size() - 1);
    return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_16LE);
  }

  private static Desktop desktop(Launcher launcher) {
    Host host = new Host("Windows 11", Map.of("SYSTEMROOT", "D:\\Win"), Path.of("/"));
    return Desktop.of(host, launcher);
  }
}
