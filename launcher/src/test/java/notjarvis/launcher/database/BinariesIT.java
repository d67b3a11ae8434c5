package notjarvis.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BinariesIT {
  @TempDir private Path parent;

  @Test
  void theProgramsAreUnpackedOnceAndAgainOnlyWhenAFileIsDamaged() throws Exception {
    Path folder = parent.resolve(Binaries.VERSION);
    Files.createDirectories(parent.resolve(Binaries.VERSION + ".unfinished").resolve("left"));
    Path program = Binaries.in(folder, Platform.current()).program("postgres");
    assertThat(program).isExecutable();
    assertThat(parent).isDirectoryContaining(folder::equals);
    FileTime past = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(program, past);

    Binaries.in(folder, Platform.current());
    assertThat(Files.getLastModifiedTime(program)).isEqualTo(past);

    Files.write(program, new byte[0]);
    Binaries.in(folder, Platform.current());
    assertThat(program).isExecutable().isNotEmptyFile();
    try (var left = Files.list(parent)) {
      assertThat(left).containsExactly(folder);
    }
  }

  @Test
  void aComputerWithoutProgramsIsNamed() {
    Platform other = Platform.of("SunOS", "sparcv9", false);

    assertThatThrownBy(() -> Binaries.in(parent.resolve(Binaries.VERSION), other))
        .isInstanceOf(DatabaseStartException.class)
        .hasMessageContaining("no embedded PostgreSQL for this computer (sunos")
        .hasMessageContaining("DATABASE_URL");
  }
}
