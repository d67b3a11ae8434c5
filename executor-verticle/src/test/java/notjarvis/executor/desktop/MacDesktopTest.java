package notjarvis.executor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import notjarvis.action.Observation;
import notjarvis.web.WebAddress;
import org.junit.jupiter.api.Test;

class MacDesktopTest {
  private static final WebAddress ADDRESS = WebAddress.parse("https://example.com/?a=1&b=2");
  private static final AppName SAFARI = AppName.parse("Safari");

  @Test
  void aWebsiteIsHandedToOpen() {
    RecordingLauncher launcher = RecordingLauncher.exiting(0);

    Observation observation = desktop(launcher).openWebsite(ADDRESS);

    assertThat(launcher.ways()).containsExactly("handOver");
    assertThat(launcher.commands())
        .containsExactly(Command.of("/usr/bin/open", "https://example.com/?a=1&b=2"));
    assertThat(observation.opened()).isEqualTo(ADDRESS.toString());
  }

  @Test
  void aWebsiteThatWasNotOpenedIsToldInWords() {
    assertThat(desktop(RecordingLauncher.exiting(1)).openWebsite(ADDRESS).text())
        .isEqualTo(ADDRESS + " was not opened: /usr/bin/open ended with code 1.");
    assertThat(
            desktop(RecordingLauncher.answering(new Launched.Missing()))
                .openWebsite(ADDRESS)
                .text())
        .isEqualTo(ADDRESS + " was not opened: /usr/bin/open could not be started.");
    assertThat(
            desktop(RecordingLauncher.answering(new Launched.Late())).openWebsite(ADDRESS).status())
        .isEqualTo(Observation.Status.UNKNOWN);
  }

  @Test
  void anApplicationIsOpenedByItsName() {
    RecordingLauncher launcher = RecordingLauncher.exiting(0);

    Observation observation = desktop(launcher).openApp(AppName.parse("Text Edit"));

    assertThat(launcher.commands()).containsExactly(Command.of("/usr/bin/open", "-a", "Text Edit"));
    assertThat(observation).isEqualTo(Observation.done("Starting Text Edit."));
  }

  @Test
  void anApplicationThatWasNotOpenedIsToldInWords() {
    assertThat(desktop(RecordingLauncher.exiting(1)).openApp(SAFARI).text())
        .isEqualTo("Safari was not started: macOS could not find it, or could not open it.");
    assertThat(
            desktop(RecordingLauncher.answering(new Launched.Missing())).openApp(SAFARI).status())
        .isEqualTo(Observation.Status.FAILED);
    assertThat(desktop(RecordingLauncher.answering(new Launched.Late())).openApp(SAFARI).status())
        .isEqualTo(Observation.Status.UNKNOWN);
  }

  @Test
  void theScreenIsTakenBySilentScreencapture() {
    Desktop desktop = desktop(RecordingLauncher.exiting(0));

    assertThat(desktop.obstacle()).isEmpty();
    assertThat(desktop.cameras(Path.of("/tmp/p.png")))
        .containsExactly(Command.of("/usr/sbin/screencapture", "-x", "-t", "png", "/tmp/p.png"));
    assertThat(desktop.cameraAdvice()).contains("Allow screen recording");
  }

  private static Desktop desktop(Launcher launcher) {
    return Desktop.of(new Host("Mac OS X", Map.of(), Path.of("/Users/ada")), launcher);
  }
}
