package notjarvis.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import notjarvis.action.Action;
import notjarvis.action.Effect;
import notjarvis.control.ApprovalView;
import notjarvis.history.RunView;
import notjarvis.journal.Approval;
import notjarvis.journal.Usage;
import notjarvis.json.Json;
import notjarvis.launcher.client.ScriptedServer;
import notjarvis.launcher.client.ScriptedServer.Asked;
import notjarvis.run.RunStatus;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands by which a person says something of runs: stop, yes, no. */
class ControlCommandsTest {
  private static final UUID ONE = UUID.fromString("0b7f6a54-0000-4000-8000-000000000001");
  private static final UUID TWO = UUID.fromString("1c7f6a54-0000-4000-8000-000000000002");
  private static final UUID THREE = UUID.fromString("2d7f6a54-0000-4000-8000-000000000003");
  private static final Instant LATE = Instant.parse("2999-01-05T12:00:00Z");

  @TempDir private Path folder = Path.of("");
  private AtCommandLine person = new AtCommandLine(folder, Duration.ZERO);
  private final ScriptedServer server;

  ControlCommandsTest() throws IOException {
    server = ScriptedServer.start();
  }

  @BeforeEach
  void begin() {
    person = new AtCommandLine(folder.resolve("home"), Duration.ZERO);
  }

  @AfterEach
  void end() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"approve,true,Allowed", "deny,false,Refused"})
  void anApprovalIsAnswered(String command, String answer, String words) throws Exception {
    server.on("POST /v1/approvals/" + ONE, 200, "{}");

    assertThat(run(command, ONE.toString())).isZero();

    assertThat(server.asked().take().body()).isEqualTo("{\"approved\":" + answer + "}");
    assertThat(person.out()).startsWith(words);
  }

  @ParameterizedTest
  @CsvSource({"approve,true,Allowed", "deny,false,Refused"})
  void theOnlyOneThatWaitsIsShownAndAnswered(String command, String answer, String words) {
    waiting(ONE);
    server.on("POST /v1/approvals/" + ONE, 200, "{}");

    assertThat(run(command)).as(person.err()).isZero();

    assertThat(server.asked())
        .extracting(Asked::body)
        .containsExactly("", "{\"approved\":" + answer + "}");
    assertThat(person.out())
        .contains(ONE.toString(), "in \"trip\": open_app {\"name\":\"x\"}", "Because.", "2999-01-0")
        .contains("\n" + words);
  }

  @Test
  void ofSeveralThatWaitNoneIsAnsweredAndTheyAreListed() {
    waiting(ONE, TWO);

    assertThat(run("deny")).isEqualTo(1);

    assertThat(person.out()).contains(ONE.toString(), TWO.toString());
    assertThat(person.err()).isEqualTo("Several wait. Say which: jarvis deny ID\n");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void whenNothingWaitsForAnAnswerThatIsSaid() {
    waiting();

    assertThat(run("approve")).isEqualTo(1);

    assertThat(person.err()).isEqualTo("Nothing waits for your answer.\n");
  }

  @Test
  void whatTheServerRefusesIsToldInItsWords() {
    server.on("POST /v1/approvals/" + ONE, 409, "{\"detail\":\"It was denied already.\"}");

    assertThat(run("approve", ONE.toString())).isEqualTo(1);

    assertThat(person.err()).isEqualTo("It was denied already.\n");
  }

  @ParameterizedTest
  @CsvSource({
    "running,was asked to stop.",
    "accepted,was asked to stop.",
    "cancelled,is stopped.",
    "finished,is over already (finished)."
  })
  void aRunIsAskedToStop(String status, String words) {
    server.on("POST /v1/runs/" + ONE + "/cancel", 200, "{\"status\":\"" + status + "\"}");

    assertThat(run("cancel", ONE.toString())).isZero();

    assertThat(person.out()).isEqualTo("Run " + ONE + " " + words + "\n");
  }

  @Test
  void allThatIsUnderWayInAConversationIsAskedToStopTheLastFirst() {
    runs(
        view(ONE, 1, RunStatus.FINISHED),
        view(TWO, 3, RunStatus.PARKED),
        view(THREE, 5, RunStatus.ACCEPTED));
    server.on("POST /v1/runs/" + TWO + "/cancel", 200, "{\"status\":\"accepted\"}");
    server.on("POST /v1/runs/" + THREE + "/cancel", 200, "{\"status\":\"cancelled\"}");

    assertThat(run("cancel", "--thread", "trip")).as(person.err()).isZero();

    assertThat(person.out().lines())
        .containsExactly("Run " + THREE + " is stopped.", "Run " + TWO + " was asked to stop.");
  }

  @Test
  void whereNothingIsUnderWayNothingIsStopped() {
    runs(view(ONE, 1, RunStatus.CANCELLED));

    assertThat(run("cancel", "-t", "trip")).isZero();

    assertThat(person.out()).isEqualTo("Nothing runs or waits in \"trip\".\n");
  }

  @Test
  void theHistoryEndsWithTheRunsTheirIdsAndHowTheyStand() {
    runs(view(ONE, 1, RunStatus.FINISHED), view(TWO, 3, RunStatus.PARKED));

    assertThat(run("history", "--thread", "trip")).as(person.err()).isZero();

    assertThat(person.out().lines())
        .containsExactly(
            "run " + ONE + "  finished    find / it", "run " + TWO + "  parked      find / it");
  }

  @Test
  void aConversationWhoseRunAsksForSomethingIsMarked() {
    waiting(ONE);
    server.on(
        "GET /v1/threads",
        200,
        """
        {"threads":[{"threadId":"trip","title":"open it","head":7,"busy":false},
          {"threadId":"other","title":"wait","head":3,"busy":true}]}""");

    assertThat(run("threads")).as(person.err()).isZero();

    assertThat(person.out().lines())
        .containsExactly(
            "trip                      7  open it  (waits for your answer)",
            "other                     3  wait  (running)");
  }

  private void waiting(UUID... ids) {
    List<ApprovalView> all = Stream.of(ids).map(ControlCommandsTest::asked).toList();
    server.on("GET /v1/approvals", 200, Json.write(Map.of("approvals", all)));
  }

  private static ApprovalView asked(UUID id) {
    Action action = new Action("r:1", "open_app", Map.of("name", "x"), Effect.IRREVERSIBLE);
    Approval approval = new Approval(id, 1, "", action, "here", "Because.", LATE, null);
    return new ApprovalView(approval, "trip", THREE, Instant.EPOCH, null, null);
  }

  private void runs(RunView... runs) {
    server.on("GET /v1/threads/trip?limit=500", 200, Json.write(Map.of("runs", runs)));
  }

  private static RunView view(UUID run, long input, RunStatus status) {
    ThreadKey thread = new ThreadKey("local", "trip");
    return new RunView(
        run, thread, "find\nit", status, input, input, Usage.NONE, Instant.EPOCH, null);
  }

  private int run(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--server";
    all[arguments.length + 1] = server.address();
    return person.run(all);
  }
}
