package notjarvis.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import notjarvis.failure.Failure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HomeTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void theHomeIsMadeForItsOwnerAlone() throws IOException {
    JarvisHome home = JarvisHome.at(folder.resolve("new/home"));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder())))
        .isEqualTo("rwx------");
  }

  @Test
  void aHomeThatWasThereKeepsItsPermissions() throws IOException {
    permit("rwxr-xr-x");

    JarvisHome home = JarvisHome.at(folder);

    assertThat(permissions(folder)).isEqualTo("rwxr-xr-x");
    assertThat(permissions(home.chatHistory())).isEqualTo("rw-------");
  }

  @ParameterizedTest
  @CsvSource({"rwxrwx---, chmod 700", "rwx---rwx, Set JARVIS_HOME to another folder"})
  void aHomeThatOthersCanWriteToIsRefused(String permissions, String advice) throws IOException {
    permit(permissions);

    assertThatThrownBy(() -> JarvisHome.at(folder))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("can write into " + folder)
        .hasMessageContaining(advice);
    assertThat(permissions(folder)).isEqualTo(permissions);
  }

  @Test
  void theHomeOfAnotherUserIsRefused() throws IOException {
    Path others = folderOfAnotherUser();

    assertThatThrownBy(() -> JarvisHome.at(others))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(others + " belongs to ")
        .hasMessageContaining("JARVIS_HOME");
  }

  private Path folderOfAnotherUser() throws IOException {
    if (new UnixSystem().getUid() != 0) {
      return Path.of("/");
    }
    Files.setAttribute(folder, "unix:uid", 1);
    return folder;
  }

  @Test
  void aHomeThatCannotBeMadeSaysWhatToSet() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> JarvisHome.at(file))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("Set JARVIS_HOME to another folder");
  }

  @Test
  void onlyOneHoldsTheHomeAtATime() {
    JarvisHome home = JarvisHome.at(folder);
    HomeLock first = home.tryLock().orElseThrow();

    Optional<HomeLock> second = home.tryLock();
    first.close();
    Optional<HomeLock> third = home.tryLock();

    assertThat(second).isEmpty();
    assertThat(third).isPresent();
    third.orElseThrow().close();
  }

  @Test
  void aLockThatCannotBeTakenSaysWhichFile() throws IOException {
    Path lock = Files.createDirectory(folder.resolve("instance.lock"));

    assertThatThrownBy(() -> JarvisHome.at(folder).tryLock())
        .isInstanceOf(Failure.class)
        .hasMessageContaining("Cannot use the lock " + lock);
  }

  @Test
  void anInstanceIsRecordedAndForgotten() throws IOException {
    InstanceFile file = JarvisHome.at(folder).instanceFile();
    Instance instance = new Instance(7, "127.0.0.2", 8001, "id", null, "mark", true);

    file.write(instance);
    Optional<Instance> recorded = file.read();
    String permissions = permissions(folder.resolve("instance.json"));
    file.delete();

    assertThat(recorded).contains(instance);
    assertThat(permissions).isEqualTo("rw-------");
    assertThat(file.read()).isEmpty();
  }

  @Test
  void aRecordThatCannotBeWrittenSaysWhichFile() throws IOException {
    InstanceFile file = JarvisHome.at(folder).instanceFile();
    Files.createDirectories(folder.resolve("instance.json/in the way"));

    assertThatThrownBy(
            () -> file.write(new Instance(7, "127.0.0.1", 8001, "id", null, "mark", true)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("Cannot write " + folder.resolve("instance.json"));
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, http://127.0.0.1:8001",
    "127.0.0.2, http://127.0.0.2:8001",
    "localhost, http://localhost:8001",
    "::1, http://[::1]:8001",
    "0.0.0.0, http://127.0.0.1:8001",
    "::, http://[::1]:8001",
    ", http://127.0.0.1:8001",
  })
  void anInstanceIsReachedWhereItListens(@Nullable String host, URI address) {
    assertThat(new Instance(7, host, 8001, "id", null, "mark", true).address()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{half a rec",
        "",
        "null",
        "{}",
        "{\"pid\":7,\"port\":99999,\"id\":\"id\"}",
        "{\"pid\":7,\"port\":\"x\",\"id\":\"id\"}",
        "{\"pid\":7,\"host\":\"a b\",\"port\":8001,\"id\":\"id\"}",
      })
  void aRecordThatMakesNoSenseIsNone(String text) throws IOException {
    InstanceFile file = JarvisHome.at(folder).instanceFile();
    Files.writeString(folder.resolve("instance.json"), text);

    assertThat(file.read()).isEmpty();
  }

  @Test
  void aRecordWithoutItsHostIsOneOfThisMachine() throws IOException {
    InstanceFile file = JarvisHome.at(folder).instanceFile();
    Files.writeString(folder.resolve("instance.json"), "{\"pid\":7,\"port\":8001,\"id\":\"id\"}");

    assertThat(file.read().orElseThrow().address()).isEqualTo(URI.create("http://127.0.0.1:8001"));
  }

  @Test
  void aRecordThatIsNoFileIsNone() throws IOException {
    InstanceFile file = JarvisHome.at(folder).instanceFile();
    Files.createDirectory(folder.resolve("instance.json"));

    assertThat(file.read()).isEmpty();
  }

  private void permit(String permissions) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
