package notjarvis.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import notjarvis.failure.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void theHomeIsMadeForItsOwnerAlone() throws IOException {
    JarvisHome home = JarvisHome.at(folder.resolve("new/home"));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder())))
        .isEqualTo("rwx------");
    assertThat(home.logs()).isEqualTo(home.folder().resolve("logs"));
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
  void anInstanceIsRecordedAndForgotten() {
    InstanceFile file = JarvisHome.at(folder).instanceFile();
    Instance instance = new Instance(7, 8001, "id");

    file.write(instance);
    Optional<Instance> recorded = file.read();
    file.delete();

    assertThat(recorded).contains(instance);
    assertThat(instance.address()).isEqualTo(URI.create("http://127.0.0.1:8001"));
    assertThat(file.read()).isEmpty();
  }

  @Test
  void aRecordThatCannotBeReadIsNone() throws IOException {
    InstanceFile file = JarvisHome.at(folder).instanceFile();
    Files.writeString(folder.resolve("instance.json"), "{half a rec");

    assertThat(file.read()).isEmpty();
  }
}
