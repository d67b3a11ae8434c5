package notjarvis.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PostmasterFileTest {
  @TempDir private Path folder;

  @Test
  void processAndPortAreRead() throws Exception {
    Path file = write("4711\n/home/data\n1795459058\n23456\n\n127.0.0.1\n  9986245 8\nready   \n");

    assertThat(PostmasterFile.read(file)).contains(new PostmasterFile(4711, 23456));
  }

  @Test
  void aServerThatJustBeginsHasNoPortYet() throws Exception {
    assertThat(PostmasterFile.read(write("4711\n/home/data\n")))
        .contains(new PostmasterFile(4711, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "garbage\n", "4711\n/home\n1\nport\n"})
  void whatMakesNoSenseIsNoServer(String text) throws Exception {
    assertThat(PostmasterFile.read(write(text))).isEmpty();
  }

  @Test
  void noFileIsNoServer() {
    assertThat(PostmasterFile.read(folder.resolve("none"))).isEmpty();
  }

  @Test
  void aFileThatCannotBeReadIsNotTakenForNone() {
    assertThatThrownBy(() -> PostmasterFile.read(folder))
        .isInstanceOf(DatabaseStartException.class)
        .hasMessageContaining("could not read " + folder);
  }

  private Path write(String text) throws Exception {
    return Files.writeString(folder.resolve("postmaster.pid"), text);
  }
}
