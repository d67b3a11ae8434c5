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
import notjarvis.action.Action;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.journal.Approval;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Entry;
import notjarvis.journal.Metadata;
import notjarvis.journal.Verdict;
import notjarvis.json.Json;
import notjarvis.launcher.client.ScriptedServer;
import notjarvis.launcher.client.ScriptedServer.Asked;
import notjarvis.run.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that read and change what a server keeps. */
class ResourceCommandsTest {
  private static final String ID = "0b7f6a54-0000-4000-8000-000000000001";

  @TempDir private Path folder = Path.of("");
  private AtCommandLine person = new AtCommandLine(folder, Duration.ZERO);
  private ScriptedServer server = nobody();

  private static ScriptedServer nobody() {
    try {
      return ScriptedServer.start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void begin() {
    person = new AtCommandLine(folder.resolve("home"), Duration.ZERO);
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void eachConversationIsALine() {
    server.on("GET /v1/approvals", 200, "{\"approvals\":[]}");
    server.on(
        "GET /v1/threads",
        200,
        """
        {"threads":[{"threadId":"trip","title":"find a train","head":7,"busy":true},
          {"threadId":"try","title":"find\\u001b[2J","head":3,"busy":false,
           "forkedFrom":"trip","forkedCheckpoint":3}]}""");

    assertThat(run("threads")).isZero();

    assertThat(person.out().lines())
        .containsExactly(
            "trip                      7  find a train  (running)",
            "try                       3  find[2J  (fork of trip at 3)");
  }

  @Test
  void eachCheckpointIsALine() {
    server.on("GET /v1/threads/trip?limit=500", 200, Json.write(Map.of("checkpoints", all())));

    assertThat(run("history", "--thread", "trip")).as(person.err()).isZero();

    assertThat(person.out().lines().map(line -> line.strip().split("\\s+", 4)))
        .extracting(parts -> parts[2])
        .containsExactly(
            "goal", "said", "asked", "verdict", "planned", "ok", "refused", "cancel", "finished");
    assertThat(person.out()).contains("1  0b7f6a54  goal        find it / and open it");
  }

  @Test
  void aLongHistoryIsShownFromItsBeginning() {
    List<Checkpoint> all = all();
    server
        .on(
            "GET /v1/threads/trip?limit=500",
            200,
            Json.write(Map.of("checkpoints", all.subList(4, 9), "nextBefore", 5)))
        .on(
            "GET /v1/threads/trip?limit=500&before=5",
            200,
            Json.write(Map.of("checkpoints", all.subList(0, 4))));

    assertThat(run("history", "--thread", "trip", "--json")).as(person.err()).isZero();

    assertThat(person.out().lines())
        .containsExactlyElementsOf(all.stream().map(Json::write).toList());
  }

  private static List<Checkpoint> all() {
    UUID run = UUID.fromString(ID);
    Action action = new Action("r:1", "open_app", Map.of("name", "x"), Effect.IRREVERSIBLE);
    Approval approval = new Approval(run, 1, "", action, "here", "Because.", Instant.EPOCH, null);
    List<Entry> entries =
        List.of(
            new Entry.GoalGiven("find it\n and open it"),
            new Entry.Steered("faster"),
            new Entry.ApprovalAsked(approval),
            new Entry.ApprovalAnswered(run, Verdict.GRANTED, "local"),
            new Entry.ActionPlanned(1, "Opening.", action, "here"),
            new Entry.ActionObserved(1, Observation.done("Opened.")),
            new Entry.ActionRefused(2, "", action, "No."),
            new Entry.CancelAsked("local"),
            new Entry.AnswerGiven(Outcome.FINISHED, "Done."));
    return entries.stream()
        .map(
            entry ->
                new Checkpoint(
                    entries.indexOf(entry) + 1L, null, run, entry, Metadata.at(Instant.EPOCH)))
        .toList();
  }

  @Test
  void theStateAtACheckpointIsShownWhole() {
    server.on("GET /v1/threads/trip/state?checkpoint=4", 200, "{\"state\":{\"version\":1}}");

    assertThat(run("history", "--thread", "trip", "--checkpoint", "4")).isZero();

    assertThat(person.out()).contains("\"version\" : 1");
  }

  @Test
  void aForkSaysWhereItGoesOn() throws Exception {
    server.on("POST /v1/threads/trip/fork", 201, "{}");

    assertThat(run("fork", "--thread", "trip", "--checkpoint", "4", "--as", "try")).isZero();

    Asked asked = server.asked().take();
    assertThat(Json.mapper().readTree(asked.body()))
        .isEqualTo(Json.mapper().readTree("{\"checkpoint\":4,\"thread_id\":\"try\"}"));
    assertThat(person.out()).contains("jarvis --thread try");
  }

  @Test
  void whatIsOldIsDeletedAndHowMuchIsSaid() throws Exception {
    server.on("POST /v1/prune", 200, "{\"threads\":1,\"blobs\":12}");

    assertThat(run("prune", "--days", "90")).isZero();

    assertThat(server.asked().take().body()).isEqualTo("{\"days\":90}");
    assertThat(person.out())
        .isEqualTo("Deleted what is older than 90 days: 1 conversation and 12 pictures.\n");
  }

  @Test
  void howOldIsNotGuessed() {
    assertThat(run("prune")).isEqualTo(2);
    assertThat(run("prune", "--days", "0")).isEqualTo(2);

    assertThat(person.err()).contains("--days").contains("a whole number from 1 to");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void whoIsNotKnownIsToldHowToSignIn() {
    server.on("GET /v1/approvals", 401, "{\"detail\":\"Sign in.\"}");

    assertThat(run("threads")).isEqualTo(1);

    assertThat(person.err())
        .startsWith("Sign in. ")
        .contains("JARVIS_TOKEN", "jarvis token --user");
  }

  @ParameterizedTest
  @CsvSource({
    "cancel,7",
    "approve,x",
    "history,--checkpoint=0",
    "history,--checkpoint=x",
    "fork,--as=a b",
    "threads,--thread=x"
  })
  void whatCannotBeMeantIsWrongUsage(String command, String argument) {
    assertThat(person.run(command, argument)).isEqualTo(2);

    assertThat(person.err()).doesNotContain("Exception");
    assertThat(folder.resolve("home")).doesNotExist();
  }

  private int run(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--server";
    all[arguments.length + 1] = server.address();
    return person.run(all);
  }
}
