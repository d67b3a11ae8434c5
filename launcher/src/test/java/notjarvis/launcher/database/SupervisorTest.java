package notjarvis.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A program that waits stands for the server: the supervisor looks at processes alone. */
@DisabledOnOs(OS.WINDOWS)
final class SupervisorTest {
  @TempDir private Path folder;
  private final AtomicInteger starts = new AtomicInteger();
  private volatile Server server = process("60");

  @AfterEach
  void end() {
    server.process().destroyForcibly();
  }

  @Test
  void aDeadServerIsStartedAgainAlsoWhenThatFailsAtFirst() {
    try (Supervisor supervisor = new Supervisor(server, this::failOnceThenRevive, log())) {
      supervisor.start();
      Server first = server;

      first.process().destroyForcibly();

      await().until(() -> !server.equals(first));
      assertThat(starts).hasValue(2);
    }
  }

  @Test
  void aServerThatKeepsDyingIsStartedAgainAndAgain() {
    try (Supervisor supervisor = new Supervisor(process("0"), this::reviveAndDie, log())) {
      supervisor.start();

      await().atMost(Duration.ofSeconds(20)).until(() -> starts.get() > 2);
    }
  }

  @Test
  void nothingIsStartedOnceItIsClosed() throws Exception {
    Supervisor supervisor = new Supervisor(server, this::reviveAndDie, log());
    Thread thread = supervisor.start();
    supervisor.close();
    server.process().destroyForcibly();

    thread.join();

    assertThat(starts).hasValue(0);
  }

  @Test
  void theWaitGrowsToHalfAMinute() {
    assertThat(Supervisor.wait(1)).isEqualTo(Duration.ofMillis(250));
    assertThat(Supervisor.wait(2)).isEqualTo(Duration.ofMillis(500));
    assertThat(Supervisor.wait(1_000)).isEqualTo(Duration.ofSeconds(30));
  }

  private Server failOnceThenRevive(Server dead) {
    if (starts.incrementAndGet() == 1) {
      throw DatabaseStartException.because("It did not work.", "Try again.");
    }
    server = process("60");
    return server;
  }

  private Server reviveAndDie(Server dead) {
    starts.incrementAndGet();
    return process("0");
  }

  private ServerLog log() {
    return new ServerLog(folder.resolve("log"), 1_000);
  }

  private static Server process(String seconds) {
    try {
      return new Server(new ProcessBuilder("sleep", seconds).start().toHandle(), 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
