package notjarvis.executor.desktop;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import notjarvis.testing.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was opened stays when we go. */
@Timeout(60)
class SurvivalIT {
  @TempDir private Path folder;
  private Path pid;

  @BeforeEach
  void installBrowser() throws Exception {
    pid = folder.resolve("pid");
    String answerWhenAsked =
        """
        echo $$ > '%1$s/pid'
        until [ -e '%1$s/question' ]; do sleep 0.1; done
        touch '%1$s/answer'
        """;
    Scripts.write(folder.resolve("xdg-open"), answerWhenAsked.formatted(folder));
  }

  @AfterEach
  void endBrowser() throws Exception {
    Scripts.end(pid);
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP", "KILL"})
  void theBrowserOutlivesASignalToOurWholeProcessGroup(String signal) throws Exception {
    // Given
    Process parent = parentInAGroupOfItsOwn();
    try (BufferedReader output = parent.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).isEqualTo("opened");

      // When
      String kill = Requirement.program("kill").toString();
      new ProcessBuilder(kill, "-" + signal, "--", "-" + parent.pid()).start().waitFor();

      // Then
      assertThat(parent.waitFor(20, SECONDS)).isTrue();
      assertThat(output.readLine()).as("the end of the common child's output").isNull();
      Files.createFile(folder.resolve("question"));
      await().atMost(10, SECONDS).until(() -> Files.exists(folder.resolve("answer")));
    } finally {
      parent.destroyForcibly();
    }
  }

  private Process parentInAGroupOfItsOwn() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Requirement.program("setsid").toString(),
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            LaunchingParent.class.getName());
    builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
    return builder.redirectError(Redirect.INHERIT).start();
  }
}
