package notjarvis.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdentityTest {
  @TempDir Path folder;

  @Test
  void theInstanceStaysTheSame() {
    Identity first = Identity.of(folder);

    assertThat(Identity.of(folder)).isEqualTo(first);
    assertThat(first.host()).isNotBlank();
  }

  @Test
  void twoHomesAreTwoInstances() {
    assertThat(Identity.of(folder.resolve("one")).instance())
        .isNotEqualTo(Identity.of(folder.resolve("two")).instance());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void homeAndFileAreForTheOwnerAlone() throws IOException {
    Path home = folder.resolve("new/home");

    Identity.of(home);

    assertThat(permissions(home)).isEqualTo("rwx------");
    assertThat(permissions(home.resolve("executor-id"))).isEqualTo("rw-------");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void nothingButTheIdentityIsLeftInTheHome() throws IOException {
    Identity.of(folder);

    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("executor-id"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not an id", "../../etc", "1-1-1-1-1"})
  void aFileThatHoldsSomethingElseIsNamedAndKept(String content) throws IOException {
    Path file = folder.resolve("executor-id");
    Files.writeString(file, content);

    assertThatThrownBy(() -> Identity.of(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("remove it");
    assertThat(file).hasContent(content);
  }

  @Test
  void aFileThatCannotBeReadIsNamed() throws IOException {
    Path file = Files.createDirectory(folder.resolve("executor-id"));

    assertThatThrownBy(() -> Identity.of(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("cannot be read");
  }

  @Test
  void aHomeThatCannotBeMadeIsAClearFailure() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> Identity.of(file.resolve("home")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("executor-id");
  }
}
