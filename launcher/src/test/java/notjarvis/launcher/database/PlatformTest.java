package notjarvis.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlatformTest {

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, false, postgres-linux-x86_64.txz",
    "Linux, aarch64, false, postgres-linux-arm_64.txz",
    "Linux, amd64, true, postgres-linux-x86_64-alpine_linux.txz",
    "Mac OS X, x86_64, false, postgres-darwin-x86_64.txz",
    "Mac OS X, aarch64, false, postgres-darwin-x86_64.txz",
    "Windows 11, amd64, false, postgres-windows-x86_64.txz",
    "Windows 11, aarch64, false, postgres-windows-x86_64.txz"
  })
  void everyComputerThatWePromiseHasItsArchive(
      String osName, String osArch, boolean alpine, String archive) {
    assertThat(Platform.of(osName, osArch, alpine).archive()).isEqualTo(archive);
  }

  @Test
  void aBuildBringsTheProgramsForTheComputerThatItIsMadeOn() {
    String archive = Platform.current().archive();

    assertThat(PlatformTest.class.getClassLoader().getResource(archive)).isNotNull();
  }
}
