package notjarvis.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import notjarvis.config.Settings;
import notjarvis.launcher.client.FakeServer;
import notjarvis.launcher.client.JarvisServer;
import notjarvis.launcher.doctor.Finding.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aDatabaseThatIsReadyWorks() throws Exception {
    String ready = "{\"database\":{\"ready\":true,\"detail\":\"PostgreSQL 18\"}}";
    try (FakeServer fake = FakeServer.answering(200, ready)) {
      assertThat(ServerCheck.of(new JarvisServer(fake.address())))
          .isEqualTo(Finding.works("Database", "PostgreSQL 18"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200, WORKS, gemini-3.5-flash-lite",
    "400, BROKEN, GEMINI_API_KEY",
    "403, BROKEN, GEMINI_API_KEY",
    "404, BROKEN, GEMINI_MODEL",
    "503, BROKEN, status 503",
  })
  void theModelsAnswerTellsWhatToSet(int status, State state, String text) throws Exception {
    try (FakeServer fake = FakeServer.answering(status, "{}")) {
      Finding finding = ModelCheck.of(withModel(fake.address()).planner().gemini());

      assertThat(finding.state()).isEqualTo(state);
      assertThat(finding.text()).contains(text).doesNotContain("s3cret");
    }
  }

  @Test
  void aModelThatCannotBeReachedIsBroken() throws Exception {
    URI nobody;
    try (FakeServer fake = FakeServer.answering(200, "")) {
      nobody = fake.address();
    }

    assertThat(ModelCheck.of(withModel(nobody).planner().gemini()).state()).isEqualTo(State.BROKEN);
  }

  @Test
  void noModelIsNotSetAndSaysWhatToSet() throws Exception {
    Finding finding = ModelCheck.of(Settings.read(Map.of()).planner().gemini());

    assertThat(finding.state()).isEqualTo(State.ABSENT);
    assertThat(finding.text()).contains("GEMINI_API_KEY");
  }

  @Test
  void aKeyThatCannotBeSentIsBrokenAndNotRepeated() throws Exception {
    Settings settings = Settings.read(Map.of("GEMINI_API_KEY", "s3\ncret"));

    Finding finding = ModelCheck.of(settings.planner().gemini());

    assertThat(finding.state()).isEqualTo(State.BROKEN);
    assertThat(finding.text()).contains("GEMINI_API_KEY").doesNotContain("cret");
  }

  @Test
  void aDesktopNeedsADisplayAndThePrograms() throws Exception {
    try (ServerSocketChannel display = listening("X7")) {
      Map<String, String> bare = Map.of("DISPLAY", ":7", "PATH", folder.toString());

      Finding without = desktop(bare);
      install("xdg-open", "gio", "setsid");
      Finding with = desktop(bare);

      assertThat(without.state()).isEqualTo(State.BROKEN);
      assertThat(without.text()).contains("xdg-open, gtk-launch or gio, setsid");
      assertThat(with).isEqualTo(Finding.works("Desktop", "DISPLAY=:7"));
      assertThat(display.isOpen()).isTrue();
    }
  }

  @Test
  void aDisplayThatIsGoneIsBroken() throws Exception {
    install("xdg-open", "gtk-launch", "setsid");
    Map<String, String> dead = Map.of("DISPLAY", "unix:7", "PATH", folder.toString());

    Finding finding = desktop(dead);

    assertThat(finding.state()).isEqualTo(State.BROKEN);
    assertThat(finding.text()).contains("DISPLAY=unix:7");
  }

  @Test
  void aDisplayOfAnotherHostIsAskedThere() throws Exception {
    try (ServerSocket display = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String name = "127.0.0.1:" + (display.getLocalPort() - 6_000) + ".0";

      assertThat(answers("DISPLAY", name)).isTrue();
      assertThat(answers("DISPLAY", "127.0.0.1:65000")).isFalse();
      assertThat(answers("DISPLAY", "no display")).isFalse();
    }
  }

  @Test
  void waylandIsLookedAtFirstUnlessItsNameIsEmpty() throws Exception {
    Map<String, String> both = Map.of("WAYLAND_DISPLAY", "wayland-0", "DISPLAY", ":7");
    Map<String, String> empty = Map.of("WAYLAND_DISPLAY", "", "DISPLAY", ":7");

    assertThat(Displays.variable(both)).contains("WAYLAND_DISPLAY");
    assertThat(Displays.variable(empty)).contains("DISPLAY");
    try (ServerSocketChannel display = listening("wayland-0")) {
      assertThat(answers("WAYLAND_DISPLAY", "wayland-0")).isTrue();
      assertThat(answers("WAYLAND_DISPLAY", folder.resolve("wayland-0").toString())).isTrue();
      assertThat(answers("WAYLAND_DISPLAY", "wayland-1")).isFalse();
      assertThat(display.isOpen()).isTrue();
    }
  }

  @Test
  void noDisplayIsNotSetAndOtherSystemsHaveOne() {
    assertThat(desktop(Map.of()).state()).isEqualTo(State.ABSENT);
    assertThat(DesktopCheck.of("Mac OS X", Map.of()).state()).isEqualTo(State.WORKS);
  }

  private boolean answers(String variable, String value) {
    return new Displays(folder)
        .answers(variable, Map.of(variable, value, "XDG_RUNTIME_DIR", folder.toString()));
  }

  private Finding desktop(Map<String, String> environment) {
    return DesktopCheck.of("Linux", environment, new Displays(folder));
  }

  private ServerSocketChannel listening(String socket) throws IOException {
    return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
        .bind(UnixDomainSocketAddress.of(folder.resolve(socket)));
  }

  private void install(String... programs) throws IOException {
    for (String program : programs) {
      assertThat(Files.createFile(folder.resolve(program)).toFile().setExecutable(true)).isTrue();
    }
  }

  private static Settings withModel(URI address) {
    return Settings.read(Map.of("GEMINI_API_KEY", "s3cret", "GEMINI_BASE_URL", address.toString()));
  }
}
