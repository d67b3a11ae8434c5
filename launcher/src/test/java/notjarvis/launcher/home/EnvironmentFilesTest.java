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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "KEY=value, value",
        "`  KEY = a value of words  `, a value of words",
        "export KEY=value, value",
        "`KEY=value # a comment`, value",
        "KEY=va#lue, va#lue",
        "KEY=a=b, a=b",
        "KEY=it's, it's",
        "`KEY=`, ``",
        "`KEY=   # a comment`, ``",
        "`KEY='as $IT # stands\\'`, `as $IT # stands\\`",
        "`KEY=\"a \\\" and \\\\ # b\"  # a comment`, `a \" and \\ # b`",
        "`KEY=\"C:\\new\"`, `C:\\new`",
      })
  void aLineIsReadAsWritten(String line, String value) throws IOException {
    Files.writeString(home.resolve(".env"), "\uFEFF# a comment\r\n\r\n" + line + "\r\nB=1\r\n");

    assertThat(homes()).containsEntry("KEY", value).containsEntry("B", "1");
  }

  @Test
  void theLastLineWithAKeyCounts() throws IOException {
    Files.writeString(home.resolve(".env"), "KEY=1\nKEY=2\n");

    assertThat(homes()).containsEntry("KEY", "2");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "this is s3cret, line 2 is not KEY=value",
        "2KEY=s3cret, line 2 is not KEY=value",
        "KEY='s3cret, line 2 has a quote that is not closed",
        "KEY=\"s3cret\\\", line 2 has a quote that is not closed",
        "KEY=\"s3cret\" more, line 2 has a quote",
      })
  void aLineAtFaultIsToldByFileAndNumberAndNotRepeated(String line, String fault)
      throws IOException {
    Files.writeString(home.resolve(".env"), "A=1\n" + line + "\nB='2'\n");

    assertThatThrownBy(this::homes)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(home.resolve(".env") + ": " + fault)
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void theOtherLinesAreReadBesideTheFaults() throws IOException {
    Files.writeString(home.resolve(".env"), "A='\nB='2'\n");

    EnvironmentFiles.Found found = EnvironmentFiles.look(atHome(), Optional.empty());

    assertThat(found.faults()).hasSize(1);
    assertThat(found.values()).containsEntry("B", "2").doesNotContainKey("A");
  }

  @Test
  void aFileThatCannotBeReadIsNamed() throws IOException {
    Files.delete(home.resolve(".env"));
    Files.createDirectory(home.resolve(".env"));

    assertThatThrownBy(this::homes)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(home.resolve(".env") + " cannot be read");
  }

  @Test
  void aFileThatIsNoTextIsNamed() throws IOException {
    Files.write(home.resolve(".env"), new byte[] {'A', '=', (byte) 0xFF});

    assertThatThrownBy(this::homes)
        .hasMessageContaining(home.resolve(".env") + " is not UTF-8 text");
  }

  private Map<String, String> homes() {
    return EnvironmentFiles.read(atHome(), Optional.empty());
  }

  private Map<String, String> atHome() {
    return Map.of("JARVIS_HOME", home.toString());
  }
}
