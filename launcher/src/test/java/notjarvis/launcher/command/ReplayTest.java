package notjarvis.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import notjarvis.history.RunView;
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

/** A run that is shown once more. */
class ReplayTest {
  private static final UUID RUN = UUID.fromString("0b7f6a54-0000-4000-8000-000000000001");
  private static final String STARTED = "{\"type\":\"RUN_STARTED\"}";
  private static final String CALL = "{\"type\":\"TOOL_CALL_START\",\"toolCallName\":\"open_app\"}";
  private static final String ARGUMENTS = "{\"type\":\"TOOL_CALL_ARGS\",\"delta\":\"{}\"}";

  @TempDir private Path folder = Path.of("");
  private AtCommandLine person = new AtCommandLine(folder, Duration.ZERO);
  private final ScriptedServer server;

  ReplayTest() throws IOException {
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

  @Test
  void itsPersonSeesTheSameAgainAndWhatTheySaid() {
    run(
        STARTED,
        words("Ope"),
        "{\"type\":\"CUSTOM\",\"name\":\"text_message_reset\"}",
        words("Opening\\u001b[2J "),
        words("it."),
        CALL,
        ARGUMENTS,
        "{\"type\":\"CUSTOM\",\"name\":\"approval_answered\",\"value\":{\"verdict\":\"granted\"}}",
        "{\"type\":\"STEP_STARTED\"}",
        "{\"type\":\"CUSTOM\",\"name\":\"steered\",\"value\":{\"words\":\"faster\"}}",
        "{\"type\":\"CUSTOM\",\"name\":\"cancel_asked\",\"value\":{\"by\":\"local\"}}",
        "{\"type\":\"CUSTOM\",\"name\":\"of another time\"}",
        "{\"type\":\"TOOL_CALL_RESULT\",\"metadata\":{\"blob\":\"/v1/blobs/ab\"}}",
        words("Opened."),
        "{\"type\":\"RUN_FINISHED\",\"outcome\":{\"type\":\"success\"}}");

    assertThat(history()).as(person.err()).isZero();

    assertThat(person.out().lines())
        .containsExactly(
            "you> open / it",
            "Opening[2J it.",
            "It asked for: open_app {}: granted.",
            "You said: faster",
            "You asked it to stop.",
            "The picture is at /v1/blobs/ab",
            "Opened.");
    assertThat(server.asked()).extracting(Asked::what).allMatch(what -> what.startsWith("GET "));
  }

  @Test
  void oneThatFailedSaysWhy() {
    run(STARTED, "{\"type\":\"RUN_ERROR\",\"message\":\"I cannot.\"}");

    assertThat(history()).isZero();

    assertThat(person.out()).isEqualTo("you> open / it\nI cannot.\n");
  }

  @Test
  void oneThatWaitsShowsWhatItAsks() {
    run(
        STARTED,
        CALL,
        ARGUMENTS,
        "{\"type\":\"RUN_FINISHED\",\"outcome\":{\"type\":\"interrupt\",\"interrupts\":"
            + "[{\"message\":\"Because.\"}]}}");

    assertThat(history()).isZero();

    assertThat(person.out()).endsWith("It asks for: open_app {}\nBecause.\n");
  }

  @Test
  void oneWhoseStreamEndsTooEarlyIsNotTakenForWhole() {
    run(STARTED, words("Ope"));

    assertThat(history()).isEqualTo(1);

    assertThat(person.err()).contains("before the run was shown to its end");
  }

  @Test
  void forProgramsEachEventIsALine() {
    String end = "{\"type\":\"RUN_ERROR\",\"message\":\"I cannot.\"}";
    run(STARTED, end);

    assertThat(history("--json")).isZero();

    assertThat(person.out().lines()).containsExactly(STARTED, end);
  }

  @Test
  void oneThatIsNotThereOrNotTheirsIsToldInTheWordsOfTheServer() {
    server.on("GET /v1/runs/" + RUN, 404, "{\"detail\":\"There is no such run of yours.\"}");

    assertThat(history()).isEqualTo(1);

    assertThat(person.err()).isEqualTo("There is no such run of yours.\n");
  }

  @Test
  void aStreamThatIsRefusedIsToldInTheWordsOfTheServer() {
    run(STARTED);
    server.on("GET /v1/runs/" + RUN + "/events", 503, "{\"detail\":\"The database is away.\"}");

    assertThat(history()).isEqualTo(1);

    assertThat(person.err()).isEqualTo("The database is away.\n");
  }

  private static String words(String delta) {
    return "{\"type\":\"TEXT_MESSAGE_CONTENT\",\"delta\":\"" + delta + "\"}";
  }

  private void run(String... events) {
    ThreadKey thread = new ThreadKey("local", "trip");
    RunView view =
        new RunView(
            RUN,
            thread,
            "open\nit",
            RunStatus.FINISHED,
            1,
            9,
            Usage.NONE,
            Instant.EPOCH,
            Instant.EPOCH);
    server.on("GET /v1/runs/" + RUN, 200, Json.write(view));
    String stream =
        Stream.of(events).map(each -> "data: " + each + "\n\n").collect(Collectors.joining());
    server.on("GET /v1/runs/" + RUN + "/events", 200, stream);
  }

  private int history(String... more) {
    Stream<String> command =
        Stream.of("history", "--run", RUN.toString(), "--server", server.address());
    return person.run(Stream.concat(command, Stream.of(more)).toArray(String[]::new));
  }
}
