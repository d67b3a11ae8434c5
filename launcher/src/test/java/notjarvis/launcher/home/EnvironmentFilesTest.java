package notjarvis.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import notjarvis.config.ConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentFilesTest {
  @TempDir private Path program = Path.of("");
  @TempDir private Path home = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Files.writeString(program.resolve(".env"), "A=program\nB=program\nC=program\n");
    Files.writeString(home.resolve(".env"), "B=home\nC=home\n");
  }

  @Test
  void theEnvironmentComesBeforeTheHomeAndTheHomeBeforeTheProgram() {
    Map<String, String> environment = Map.of("C", "environment", "JARVIS_HOME", home.toString());

    Map<String, String> values = EnvironmentFiles.read(environment, Optional.of(program));

    assertThat(values)
        .containsEntry("A", "program")
        .containsEntry("B", "home")
        .containsEntry("C", "environment");
  }

  @Test
  void theProgramsFileMayNameTheHome() throws IOException {
    Files.writeString(program.resolve(".env"), "JARVIS_HOME=" + home + "\n");

    assertThat(EnvironmentFiles.read(Map.of(), Optional.of(program))).containsEntry("B", "home");
  }

  @Test
  void withoutFilesThereIsTheEnvironment() {
    Map<String, String> environment = Map.of("JARVIS_HOME", program.resolve("none").toString());

    assertThat(EnvironmentFiles.read(environment, Optional.empty()))
        .containsExactlyInAnyOrderEntriesOf(environment);
  }

  @Test
  void aLineThatIsNoAssignmentIsToldWithItsFile() throws IOException {
    Files.writeString(home.resolve(".env"), "this is not an assignment\n");

    assertThatThrownBy(
            () -> EnvironmentFiles.read(Map.of("JARVIS_HOME", home.toString()), Optional.empty()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(home.resolve(".env").toString());
  }
}
