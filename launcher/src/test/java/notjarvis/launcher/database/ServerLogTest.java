package notjarvis.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerLogTest {
  private static final int LIMIT = 100;

  @TempDir private Path folder;
  private Path file;
  private ServerLog log;

  @BeforeEach
  void begin() {
    file = folder.resolve("log");
    log = new ServerLog(file, LIMIT);
  }

  @Test
  void noLogIsAnEmptyOne() {
    assertThat(log.end()).isZero();
    assertThat(log.tail()).isEmpty();
    log.keepBounded();
    assertThat(file).doesNotExist();
  }

  @Test
  void theTailIsShortAndWhatCameSinceIsLessThanThat() throws Exception {
    Files.writeString(file, "x".repeat(10_000) + "before\n");
    long before = log.end();
    Files.writeString(file, "after\n", StandardOpenOption.APPEND);

    assertThat(log.since(before)).isEqualTo("after");
    assertThat(log.tail()).hasSizeLessThan(2_001).endsWith("before\nafter");
  }

  @Test
  void aLogPastItsLimitIsPutAsideWhileItsWriterGoesOn() throws Exception {
    try (OutputStream server =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      server.write("a".repeat(LIMIT).getBytes(StandardCharsets.UTF_8));
      log.keepBounded();
      assertThat(log.end()).isEqualTo(LIMIT);

      server.write('b');
      log.keepBounded();
      server.write('c');
    }

    assertThat(file).hasContent("c");
    assertThat(folder.resolve("log.1")).hasContent("a".repeat(LIMIT) + "b");
  }
}
