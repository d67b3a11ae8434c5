package notjarvis.gateway.agui;

import static notjarvis.gateway.agui.AguiTold.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import notjarvis.action.Observation;
import notjarvis.action.SearchResult;
import notjarvis.blob.BlobRef;
import notjarvis.gateway.Entries;
import notjarvis.gateway.run.Place;
import notjarvis.journal.Entry;
import notjarvis.journal.Usage;
import notjarvis.journal.Verdict;
import notjarvis.json.Json;
import notjarvis.run.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run as AG-UI events; every event told here is held against the rules of order. */
final class AguiDialectTest {
  private final AguiTold run = new AguiTold();

  @BeforeEach
  void begin() {
    run.tell(Entries.goal("find MIT"));
  }

  @Test
  void aRunIsToldFromItsGoalToItsAnswer() {
    run.tell(Entries.planned(RUN, 1, "I search."));
    run.tell(Entries.observed(1, Observation.done("3 results")));
    run.tell(Entries.refused(RUN, 2, "", "That was just done."));
    run.tell(Entries.ended(Outcome.FINISHED, "Found."));

    assertThat(run.brief())
        .containsExactly(
            "1.0 RUN_STARTED",
            "2.0 TEXT_MESSAGE_START",
            "2.1 TEXT_MESSAGE_CONTENT I search.",
            "2.2 TEXT_MESSAGE_END",
            "2.3 STEP_STARTED step 1",
            "2.4 TOOL_CALL_START",
            "2.5 TOOL_CALL_ARGS {\"query\":\"mit\"}",
            "2.6 TOOL_CALL_END",
            "3.0 TOOL_CALL_RESULT 3 results",
            "3.1 STEP_FINISHED step 1",
            "4.0 TOOL_CALL_START",
            "4.1 TOOL_CALL_ARGS {\"query\":\"mit\"}",
            "4.2 TOOL_CALL_END",
            "4.3 TOOL_CALL_RESULT That was just done.",
            "5.0 TEXT_MESSAGE_START",
            "5.1 TEXT_MESSAGE_CONTENT Found.",
            "5.2 TEXT_MESSAGE_END",
            "5.3 RUN_FINISHED success");
    assertThat(run.dialect.isResting()).isTrue();
  }

  @Test
  void eventsSayAllThatTheProtocolWants() {
    run.tell(Entries.planned(RUN, 1, ""));
    run.tell(Entries.observed(1, Observation.opened("Opened MIT.", "https://mit.edu/")));

    assertThat(run.event(0))
        .hasToString(
            "{\"type\":\"RUN_STARTED\",\"threadId\":\"t\",\"runId\":\""
                + RUN
                + "\",\"protocolVersion\":\"1.0\",\"timestamp\":0}");
    assertThat(run.event(2).path("toolCallName").asText()).isEqualTo("search");
    assertThat(run.event(2).path("toolCallId").asText()).isEqualTo(RUN + ":1");
    JsonNode result = run.event(5);
    assertThat(result.path("messageId").asText()).isEqualTo(RUN + ":1:result");
    assertThat(result.path("metadata").path("observation").path("opened").asText())
        .isEqualTo("https://mit.edu/");
  }

  @Test
  void aPictureIsNamedByTheAddressThatItIsFoundAt() {
    BlobRef blob = new BlobRef("a".repeat(64), "image/png", 1234);
    run.tell(Entries.planned(RUN, 1, ""));
    run.tell(Entries.observed(1, Observation.wrote("Saved it.", "/a.png").withBlob(blob)));

    JsonNode result = run.event(5);
    assertThat(result.path("content").asText())
        .isEqualTo("Saved it.\nThe picture is at /v1/blobs/" + blob.sha256());
    assertThat(result.path("metadata").path("blob").asText())
        .isEqualTo("/v1/blobs/" + blob.sha256());
    assertThat(result.path("metadata").path("observation").path("blob"))
        .hasToString(Json.write(blob));
  }

  @Test
  void numbersOfResultsAreTheNumbersOfTheJournal() {
    SearchResult second = new SearchResult(2, "MIT", "https://mit.edu/", "");
    Observation found = Observation.found("Found 1 result.", List.of(second), null);
    run.tell(Entries.planned(RUN, 1, ""));
    run.tell(Entries.observed(1, found));

    assertThat(run.event(5).path("metadata").path("observation")).hasToString(Json.write(found));
    assertThat(run.event(5).at("/metadata/observation/results/0/number").isInt()).isTrue();
  }

  @Test
  void aRunThatWaitsForAYesIsInterruptedAndGoesOnAsANewLeg() {
    run.tell(Entries.asked(RUN, 1, "I search.", "You did not ask for it."), true, usage(10));
    JsonNode finished = run.event(run.frames.size() - 1);
    boolean waited = run.dialect.isResting();
    run.tell(new Entry.ApprovalAnswered(Entries.APPROVAL, Verdict.GRANTED, "local"));
    run.tell(Entries.planned(RUN, 1, "I search."));
    run.tell(Entries.observed(1, Observation.done("3 results")));
    run.tell(Entries.ended(Outcome.FINISHED, "Found."), true, usage(5));

    assertThat(waited).isTrue();
    assertThat(finished.path("outcome").path("interrupts").get(0).toString())
        .isEqualTo(
            """
            {"id":"0b8f2c1e-5d0a-4f37-9f5e-1d2c3b4a5f60","reason":"tool_call",\
            "message":"You did not ask for it.",\
            "toolCallId":"8c6c0f6e-63a4-4c52-9f43-5fd0c3b1f001:1",\
            "expiresAt":"2026-11-22T11:15:30.123Z",\
            "responseSchema":{"type":"object","properties":{"approved":{"type":"boolean"}},\
            "required":["approved"]}}""");
    assertThat(run.brief())
        .endsWith(
            "2.5 TOOL_CALL_END",
            "2.6 RUN_FINISHED interrupt",
            "3.0 RUN_STARTED",
            "3.1 CUSTOM approval_answered",
            "4.0 STEP_STARTED step 1",
            "5.0 TOOL_CALL_RESULT 3 results",
            "5.1 STEP_FINISHED step 1",
            "6.0 TEXT_MESSAGE_START",
            "6.1 TEXT_MESSAGE_CONTENT Found.",
            "6.2 TEXT_MESSAGE_END",
            "6.3 RUN_FINISHED success");
    assertThat(finished.path("usage").get(0).path("inputTokens").asInt()).isEqualTo(10);
    assertThat(run.event(run.frames.size() - 1).path("usage").get(0).path("inputTokens").asInt())
        .isEqualTo(5);
  }

  @Test
  void whoeverReadsLaterHearsOfNoInterruption() {
    run.tell(Entries.asked(RUN, 1, "", "You did not ask for it."), false);
    run.tell(new Entry.ApprovalAnswered(Entries.APPROVAL, Verdict.DENIED, "local"), false);
    run.tell(Entries.refused(RUN, 1, "", "You said no."), false);
    run.tell(Entries.ended(Outcome.FINISHED, "Then not."));

    assertThat(run.brief())
        .containsExactly(
            "1.0 RUN_STARTED",
            "2.0 TOOL_CALL_START",
            "2.1 TOOL_CALL_ARGS {\"query\":\"mit\"}",
            "2.2 TOOL_CALL_END",
            "3.1 CUSTOM approval_answered",
            "4.0 TOOL_CALL_RESULT You said no.",
            "5.0 TEXT_MESSAGE_START",
            "5.1 TEXT_MESSAGE_CONTENT Then not.",
            "5.2 TEXT_MESSAGE_END",
            "5.3 RUN_FINISHED success");
  }

  @Test
  void aRunThatIsSupersededWhileItWaitsEndsAsCancelled() {
    run.tell(Entries.asked(RUN, 1, "I search.", "You did not ask for it."));
    run.tell(new Entry.ApprovalAnswered(Entries.APPROVAL, Verdict.SUPERSEDED, ""));
    run.tell(Entries.ended(Outcome.SUPERSEDED, "You asked for something else."));

    assertThat(run.message("answer")).isEqualTo("You asked for something else.");
    JsonNode last = run.event(run.frames.size() - 1);
    assertThat(last.path("outcome").path("type").asText()).isEqualTo("cancelled");
    assertThat(last.path("result").path("status").asText()).isEqualTo("superseded");
  }

  @Test
  void whatThePersonSaysComesInBetweenAndEndsNothing() {
    run.words(1, "I open");
    run.tell(new Entry.Steered("rather search"));
    run.tell(new Entry.CancelAsked("local"));
    AguiTold back = run.again();
    back.tell(Entries.goal("find MIT"), false);
    back.tell(new Entry.Steered("rather search"), false);
    back.tell(new Entry.CancelAsked("local"), false);
    back.tell(Entries.ended(Outcome.CANCELLED, "I stopped."));

    assertThat(run.brief()).endsWith("2.0.6 CUSTOM steered", "3.0.6 CUSTOM cancel_asked");
    assertThat(back.brief())
        .containsExactly(
            "4.0 CUSTOM text_message_reset",
            "4.1 TEXT_MESSAGE_CONTENT I stopped.",
            "4.2 TEXT_MESSAGE_END",
            "4.3 RUN_FINISHED cancelled");
  }

  @Test
  void aRunThatFailedInTheMiddleOfAStepAndAMessageIsAnError() {
    run.tell(Entries.planned(RUN, 1, ""));
    run.words(2, "Now");
    run.tell(Entries.ended(Outcome.FAILED, "The model cannot be reached."));

    assertThat(run.brief())
        .endsWith(
            "2.3.0 CUSTOM text_message_reset",
            "2.3 TEXT_MESSAGE_END",
            "3.0 STEP_FINISHED step 1",
            "3.1 RUN_ERROR The model cannot be reached.");
  }

  @Test
  void onlyPlacesThatWereToldArePlaces() {
    run.tell(Entries.planned(RUN, 1, "I search."));

    assertThat(run.dialect.has(Place.of(2, 6))).isTrue();
    assertThat(run.dialect.has(Place.of(2, 7))).isFalse();
    assertThat(run.dialect.has(Place.of(1, 0))).isFalse();
    assertThat(run.dialect.has(Place.read("2.6.3-1").orElseThrow())).isTrue();
    assertThat(run.dialect.has(Place.read("2.5.3-1").orElseThrow())).isFalse();
  }

  private static Usage usage(int input) {
    return new Usage(input, 1, 1);
  }
}
