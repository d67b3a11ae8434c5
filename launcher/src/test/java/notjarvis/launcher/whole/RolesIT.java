package notjarvis.launcher.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import notjarvis.launcher.whole.Jarvis.Ended;
import notjarvis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roles in processes of their own. */
class RolesIT {
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final String GOAL = "what is 12 * 12";
  private static final String ANSWER = "12 * 12 = 144";

  @TempDir private Path folder = Path.of("");
  private final AtomicInteger threads = new AtomicInteger();

  @Test
  void anyRoleCanBeKilledAloneAndStartedAgain() {
    try (TestDatabase database = TestDatabase.create();
        Processes processes = new Processes(folder, database.url(), 4)) {
      processes.start("persistence", "executor", "planner", "gateway");
      awaitAnswer(processes, "gateway");

      for (String role : new String[] {"planner", "persistence", "executor", "gateway"}) {
        processes.kill(role);
        processes.start(role);
        awaitAnswer(processes, "gateway");
      }
    }
  }

  @Test
  void whoeverWasThoughtDeadIsHeardAgain() throws Exception {
    try (TestDatabase database = TestDatabase.create();
        Processes processes = new Processes(folder, database.url(), 3)) {
      processes.start("persistence", "planner", "gateway");
      awaitAnswer(processes, "gateway");

      processes.signal("planner", "STOP");
      processes.awaitLogged("gateway", " left the cluster", 1);
      processes.signal("planner", "CONT");
      awaitAnswer(processes, "gateway");

      processes.signal("persistence", "STOP");
      processes.awaitLogged("gateway", " left the cluster", 2);
      processes.signal("persistence", "CONT");
      awaitAnswer(processes, "gateway");

      processes.signal("gateway", "STOP");
      processes.awaitLogged("planner", " left the cluster", 1);
      processes.signal("gateway", "CONT");
      awaitAnswer(processes, "gateway");
    }
  }

  @Test
  void whereTwoDoTheSameOneIsEnough() {
    String one = "gateway,planner,executor,persistence-1";
    String two = "gateway,planner,executor,persistence-2";
    try (TestDatabase database = TestDatabase.create();
        Processes processes = new Processes(folder, database.url(), 2)) {
      processes.start(one, two);
      awaitAnswer(processes, one);

      processes.kill(one);
      awaitAnswer(processes, two);
      processes.start(one);
      processes.kill(two);

      awaitAnswer(processes, one);
    }
  }

  @Test
  void twoProcessesCannotKeepAJournalOfTheirOwnEach() {
    try (Processes processes = new Processes(folder, 2)) {
      processes.start("persistence-1");

      Ended second = processes.refused("persistence-2");

      assertThat(second.code()).isEqualTo(1);
      assertThat(second.err()).contains("DATABASE_URL").doesNotContain("Exception");
    }
  }

  @Test
  void aProcessThatTakesNoGoalsSaysSo() {
    try (Processes processes = new Processes(folder, 1)) {
      processes.start("executor");

      Ended ask = processes.run("executor", "ask", GOAL);
      Ended serve = processes.run("executor", "serve");

      assertThat(ask.code()).isEqualTo(1);
      assertThat(ask.err()).contains("as executor) and takes no goals").contains("--server");
      assertThat(serve.code()).isEqualTo(1);
      assertThat(serve.err()).contains("runs already").contains("as executor");
    }
  }

  private void awaitAnswer(Processes processes, String gateway) {
    await()
        .atMost(SOON)
        .until(
            () -> processes.ask(gateway, GOAL, "t" + threads.incrementAndGet()).contains(ANSWER));
  }
}
