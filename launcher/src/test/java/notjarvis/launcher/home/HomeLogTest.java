package notjarvis.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class HomeLogTest {
  @TempDir private Path folder = Path.of("");
  private final PrintStream terminal = System.err;
  private HomeLog log = new HomeLog(folder);

  @BeforeEach
  void choose() {
    log = new HomeLog(folder.resolve("logs"));
  }

  @AfterEach
  void restore() {
    System.setErr(terminal);
    System.clearProperty("jarvis.logs");
  }

  @Test
  void theLogIsForItsOwnersEyes() throws IOException {
    Optional<String> trouble = log.open();

    assertThat(trouble).isEmpty();
    assertThat(HomeLog.pointer()).isEqualTo(log.file().toString());
    assertThat(System.getProperty("jarvis.logs")).isEqualTo(folder.resolve("logs").toString());
    assertThat(permissions(folder.resolve("logs"))).isEqualTo("rwx------");
    assertThat(permissions(log.file())).isEqualTo("rw-------");
  }

  @Test
  void aLogThatCannotBeWrittenIsToldByItsFile() throws IOException {
    Files.createFile(folder.resolve("logs"));

    Optional<String> trouble = log.open();

    assertThat(trouble)
        .hasValueSatisfying(text -> assertThat(text).contains(log.file().toString()));
    assertThat(HomeLog.pointer()).isEqualTo("its log");
  }

  @Test
  void whatIsPrintedPastTheLogGoesThereLineByLine() {
    ListAppender<ILoggingEvent> written = new ListAppender<>();
    Logger stray = (Logger) LoggerFactory.getLogger("stray");
    stray.addAppender(written);
    written.start();
    log.open();

    new IllegalStateException("told by a library").printStackTrace();
    stray.detachAppender(written);

    assertThat(written.list.get(0).getFormattedMessage())
        .isEqualTo("java.lang.IllegalStateException: told by a library");
    assertThat(stray.isAdditive()).isFalse();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
