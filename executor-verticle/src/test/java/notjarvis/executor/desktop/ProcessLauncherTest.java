package notjarvis.executor.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import notjarvis.config.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLauncherTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @AfterEach
  void endWhatWasStarted() throws Exception {
    Scripts.end(folder.resolve("pid"));
  }

  @Test
  void theExitCodeOfAProgramThatEndsAtOnceIsSeen() throws Exception {
    Command command = script("exit 4");

    assertThat(patient().start(command)).isEqualTo(new Launched.Ended(4, ""));
    assertThat(patient().handOver(command)).isEqualTo(new Launched.Ended(4, ""));
    assertThat(patient().run(command)).isEqualTo(new Launched.Ended(4, ""));
  }

  @Test
  void whatAProgramWritesIsKeptWhereItIsWanted() throws Exception {
    Command command = script("echo out; echo err >&2");

    assertThat(patient().run(command)).isEqualTo(new Launched.Ended(0, "out\nerr\n"));
    assertThat(patient().start(command)).isEqualTo(new Launched.Ended(0, ""));
  }

  @Test
  void noMoreThanAMebibyteIsKept() throws Exception {
    Launched launched = patient().run(script("head -c 3000000 /dev/zero"));

    int length = launched.fold(ended -> ended.output().length(), () -> -1, () -> -1);
    assertThat(length).isEqualTo(1 << 20);
  }

  @Test
  void aProgramThatMayStayIsLeftAlone() throws Exception {
    assertThat(hasty().start(sleeper())).isEqualTo(new Launched.Late());

    await().atMost(LONG).until(() -> Scripts.process(folder.resolve("pid")).isPresent());
  }

  @Test
  void thePersonDoesNotWaitLongForABrowserThatStays() throws Exception {
    Command sleeper = sleeper();
    long begin = System.nanoTime();

    assertThat(new ProcessLauncher(System.getenv()).start(sleeper)).isEqualTo(new Launched.Late());

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    await().atMost(LONG).until(() -> Scripts.process(folder.resolve("pid")).isPresent());
  }

  @Test
  void aProgramThatHasToEndIsEndedWhenItIsLate() throws Exception {
    Command sleeper = sleeper();
    ProcessLauncher launcher =
        new ProcessLauncher(
            System.getenv(),
            new ProcessLauncher.Patience(SHORT, Duration.ofSeconds(1), Duration.ofSeconds(1)));

    assertThat(launcher.handOver(sleeper)).isEqualTo(new Launched.Late());
    await().atMost(LONG).until(() -> Scripts.process(folder.resolve("pid")).isEmpty());

    assertThat(launcher.run(sleeper)).isEqualTo(new Launched.Late());
    await().atMost(LONG).until(() -> Scripts.process(folder.resolve("pid")).isEmpty());
  }

  @Test
  void aProgramThatIsNotThereIsMissing() {
    Command command = Command.of(folder.resolve("none").toString());

    assertThat(patient().start(command)).isEqualTo(new Launched.Missing());
    assertThat(patient().handOver(command)).isEqualTo(new Launched.Missing());
    assertThat(patient().run(command)).isEqualTo(new Launched.Missing());
  }

  @Test
  void aProgramReadsNothingFromUs() throws Exception {
    assertThat(patient().run(script("cat; echo end"))).isEqualTo(new Launched.Ended(0, "end\n"));
  }

  @Test
  void argumentsArriveOneByOneAndNoShellReadsThem() throws Exception {
    Path script = Scripts.write(folder.resolve("script"), "for each; do echo \"[$each]\"; done");

    Launched launched =
        patient().run(Command.of(script.toString(), "a b", "$HOME;id", "*", "'\"", ""));

    assertThat(launched).isEqualTo(new Launched.Ended(0, "[a b]\n[$HOME;id]\n[*]\n['\"]\n[]\n"));
  }

  @Test
  void aProgramSeesItsEnvironmentButNotOurSecrets() throws Exception {
    // Given
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("DISPLAY", ":7");
    environment.put("OPENAI_API_KEY", "of another program");
    Settings.SECRET_KEYS.forEach(key -> environment.put(key, "secret"));
    environment.put("Tavily_Api_Key", "secret");
    environment.put("SEARXNG_URL", "secret");
    ProcessLauncher launcher = new ProcessLauncher(environment);

    // When
    Launched launched = launcher.run(script("env").with("ONE_MORE", "yes"));

    // Then
    String output = launched.fold(Launched.Ended::output, () -> "", () -> "");
    assertThat(output.lines())
        .contains("DISPLAY=:7", "ONE_MORE=yes", "OPENAI_API_KEY=of another program");
    assertThat(output).doesNotContain("secret");
  }

  @Test
  void anInterruptedWaitEndsAtOnce() throws Exception {
    Command sleeper = sleeper();
    ProcessLauncher launcher = patient();

    Thread.currentThread().interrupt();
    Launched launched = launcher.start(sleeper);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(launched).isEqualTo(new Launched.Late());
    await().atMost(LONG).until(() -> Scripts.process(folder.resolve("pid")).isPresent());
  }

  private Command script(String body) throws Exception {
    return Command.of(Scripts.write(folder.resolve("script"), body).toString());
  }

  private Command sleeper() throws Exception {
    Path pid = folder.resolve("pid");
    Path script = Scripts.writeTraced(folder.resolve("sleeper"), pid, "sleep 300");
    return Command.of(script.toString());
  }

  private static ProcessLauncher patient() {
    return launcher(LONG);
  }

  private static ProcessLauncher hasty() {
    return launcher(SHORT);
  }

  private static ProcessLauncher launcher(Duration each) {
    return new ProcessLauncher(System.getenv(), new ProcessLauncher.Patience(each, each, each));
  }
}
