package notjarvis.launcher.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import notjarvis.launcher.client.ScriptedServer;
import notjarvis.launcher.client.ScriptedServer.Asked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody types while a run goes. */
class SteeringIT {
  private static final String PROMPT = "you> ";
  private static final String STEER = "POST /v1/runs/run-1/steer";
  private static final String ID = "0b7f6a54-0000-4000-8000-000000000001";
  private static final String STEP = "id: 2.0\nevent: step\ndata: Searching.\n\n";
  private static final String ANSWER = "id: 4.0\nevent: answer\ndata: Found.\n\ndata: [DONE]\n\n";

  /** What moves above a line that is typed can tear words apart, but not one character. */
  private static final String LAST_TYPED = "~";

  private static final String WAITS =
      "id: 3.0\nevent: notice\ndata: This waits for your yes.\n\ndata: [DONE]\n\n";

  @TempDir private Path folder = Path.of("");
  private Jarvis jarvis = new Jarvis(folder);

  @BeforeEach
  void prepare() {
    jarvis = new Jarvis(folder);
  }

  @AfterEach
  void end() {
    jarvis.close();
  }

  @Test
  void aLineSteersTheRunThatGoes() throws Exception {
    try (ScriptedServer server = ScriptedServer.start().held(STEP, ANSWER)) {
      server.on(STEER, 200, "{}");
      AtTerminal chat = searching(server);

      chat.enter("the one~ in Boston");

      chat.awaitShown("Passed on.", 1);
      assertThat(server.asked())
          .anyMatch(asked -> asked.what().equals(STEER) && asked.body().contains("in Boston"));
      server.letGo();
      chat.awaitShown("Found.", 1);
      leave(chat);
    }
  }

  @Test
  void whatIsBeingTypedWhenTheRunEndsStaysAndIsTheNextGoal() throws Exception {
    try (ScriptedServer server = ScriptedServer.start().held(STEP, ANSWER).stream(ANSWER)) {
      AtTerminal chat = searching(server);

      chat.type("and open~");
      chat.awaitShown(LAST_TYPED, 1);
      server.letGo();
      chat.awaitShown("Found.", 1);
      chat.enter(" it");

      chat.awaitShown("Found.", 2);
      assertThat(server.asked()).anyMatch(asked -> asked.body().contains("\"and open~ it\""));
      leave(chat);
    }
  }

  @Test
  void whatComesTooLateForTheRunIsTheNextGoal() throws Exception {
    try (ScriptedServer server = ScriptedServer.start().held(STEP, ANSWER).stream(ANSWER)) {
      server.on(STEER, 409, "{\"detail\":\"The run is over: say it as a new goal.\"}");
      AtTerminal chat = searching(server);

      chat.enter("open it");
      chat.awaitShown("That comes next, as a goal of its own.", 1);
      server.letGo();

      chat.awaitShown("Found.", 2);
      assertThat(server.asked())
          .anyMatch(asked -> asked.body().contains("\"user_goal\":\"open it\""));
      leave(chat);
    }
  }

  @Test
  void whatTheServerCannotTakeIsSaidAndKeptInTheHistory() throws Exception {
    try (ScriptedServer server = ScriptedServer.start().held(STEP, ANSWER)) {
      server.on(STEER, 503, "{\"detail\":\"The database is away.\"}");
      AtTerminal chat = searching(server);

      chat.enter("open it");
      chat.awaitShown("The database is away.", 1);
      server.on(STEER, 200, "{}");
      chat.type(AtTerminal.UP + AtTerminal.ENTER);

      chat.awaitShown("Passed on.", 1);
      server.letGo();
      leave(chat);
    }
  }

  @Test
  void whoLeavesDuringARunLeavesWhenItIsDone() throws Exception {
    try (ScriptedServer server = ScriptedServer.start().held(STEP, ANSWER)) {
      AtTerminal chat = searching(server);

      chat.enter("exit");
      chat.awaitShown("When this is done", 1);
      server.letGo();

      assertThat(chat.code()).as(chat.shown()).isZero();
      assertThat(chat.shown()).contains("Found.");
    }
  }

  @Test
  void ctrlCStopsTheRunAndKeepsWhatIsBeingTyped() throws Exception {
    try (ScriptedServer server = ScriptedServer.start().held(STEP, ANSWER)) {
      server.on("POST /v1/runs/run-1/cancel", 200, "{}").on(STEER, 200, "{}");
      AtTerminal chat = searching(server);

      chat.type("the one~");
      chat.awaitShown(LAST_TYPED, 1);
      chat.type(AtTerminal.CTRL_C);
      chat.awaitShown("Ctrl-C again leaves it alone", 1);
      chat.enter(" in Boston");

      chat.awaitShown("Passed on.", 1);
      assertThat(server.asked())
          .extracting(Asked::body)
          .contains("{\"words\":\"the one~ in Boston\"}");
      server.letGo();
      leave(chat);
    }
  }

  @Test
  void aQuestionIsAskedInBetweenAndWhatWasBeingTypedComesBack() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start().held(STEP, WAITS).stream(ANSWER).stream(ANSWER)) {
      server
          .on(
              "GET /v1/approvals",
              200,
              "{\"approvals\":[{\"runId\":\"run-1\",\"approval\":{\"approvalId\":\"%s\"}}]}"
                  .formatted(ID))
          .on("POST /v1/approvals/" + ID, 200, "{}");
      AtTerminal chat = searching(server);

      chat.type("and then~");
      chat.awaitShown(LAST_TYPED, 1);
      server.letGo();
      chat.awaitShown("Allow it? (y/n)", 1);
      chat.enter("y");
      chat.awaitShown("Found.", 1);
      chat.enter(" rest");

      chat.awaitShown("Found.", 2);
      assertThat(server.asked()).anyMatch(asked -> asked.body().contains("\"and then~ rest\""));
      leave(chat);
    }
  }

  private AtTerminal searching(ScriptedServer server) {
    AtTerminal chat = jarvis.atTerminal("chat", "--server", server.address());
    chat.awaitShown(PROMPT, 1);
    chat.enter("search for MIT");
    chat.awaitShown("Searching.", 1);
    return chat;
  }

  private static void leave(AtTerminal chat) throws InterruptedException {
    chat.enter("exit");
    assertThat(chat.code()).as(chat.shown()).isZero();
  }
}
