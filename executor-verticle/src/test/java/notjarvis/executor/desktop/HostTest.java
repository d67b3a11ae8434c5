package notjarvis.executor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostTest {
  @TempDir private Path folder;

  @Test
  void theCaseOfAVariableMattersExceptOnWindows() {
    Map<String, String> environment = Map.of("SYSTEMROOT", "D:\\Win");

    assertThat(new Host("Windows 11", environment, folder).variable("SystemRoot"))
        .contains("D:\\Win");
    assertThat(new Host("Linux", environment, folder).variable("SystemRoot")).isEmpty();
  }

  @Test
  void anEmptyVariableIsNotSet() {
    assertThat(linux(Map.of("DISPLAY", "")).variable("DISPLAY")).isEmpty();
  }

  @Test
  void aProgramIsTheFirstExecutableFileOfItsNameOnThePath() throws Exception {
    // Given
    Path folders = folder.resolve("1/tool");
    Files.createDirectories(folders);
    Files.createDirectories(folder.resolve("2"));
    Files.writeString(folder.resolve("2/tool"), "not executable");
    Path tool = Scripts.write(folder.resolve("3/tool"), "");
    Scripts.write(folder.resolve("4/tool"), "");
    String path = String.join(":", "relative", in("1"), "", in("2"), in("3"), in("4"));

    // When
    Host host = linux(Map.of("PATH", path));

    // Then
    assertThat(host.program("tool")).contains(tool);
    assertThat(host.program("other")).isEmpty();
  }

  @Test
  void aProgramMayBeNamedByItsFullPath() throws Exception {
    Path tool = Scripts.write(folder.resolve("tool"), "");

    assertThat(linux(Map.of()).program(tool.toString())).contains(tool);
  }

  @Test
  void theThreeSystemsAreToldApartByTheirNames() {
    assertThat(Desktop.of(named("Mac OS X"), RecordingLauncher.exiting(0)))
        .isInstanceOf(MacDesktop.class);
    assertThat(Desktop.of(named("Windows Server 2022"), RecordingLauncher.exiting(0)))
        .isInstanceOf(WindowsDesktop.class);
    assertThat(Desktop.of(named("Linux"), RecordingLauncher.exiting(0)))
        .isInstanceOf(LinuxDesktop.class);
  }

  @Test
  void thisProcessRunsOnAHostWithAnAbsoluteHome() {
    Host host = Host.ofThisProcess();

    assertThat(host.home()).isAbsolute();
    assertThat(host.environment()).containsAllEntriesOf(System.getenv());
  }

  private Host named(String osName) {
    return new Host(osName, Map.of(), folder);
  }

  private Host linux(Map<String, String> environment) {
    return new Host("Linux", environment, folder);
  }

  private String in(String name) {
    return folder.resolve(name).toString();
  }
}
