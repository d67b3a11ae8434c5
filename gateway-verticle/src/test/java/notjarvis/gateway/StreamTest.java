package notjarvis.gateway;

import static notjarvis.gateway.FakePlanner.failed;
import static notjarvis.gateway.FakePlanner.finished;
import static notjarvis.gateway.FakePlanner.observed;
import static notjarvis.gateway.FakePlanner.planned;
import static notjarvis.gateway.FakePlanner.refused;
import static notjarvis.gateway.FakePlanner.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import notjarvis.action.Observation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The stream of a run, read by a client as old clients are. */
@Timeout(30)
final class StreamTest {
  private final RunningGateway gateway = RunningGateway.start();

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void everyEventOfARunIsToldAndTheStreamEnds() throws Exception {
    StreamClient client = new StreamClient(gateway.ask("find MIT"));
    UUID run = gateway.planner.nextGoal().runId();

    gateway.planner.tell(
        planned(run, 2, 1, "I search for MIT."),
        observed(run, 3, 1, Observation.done("3 results")),
        refused(run, 4, 2, "I search again.", "That was just done."),
        finished(run, 5, "MIT is at https://mit.edu."));

    assertThat(client.raw())
        .isEqualTo(
            """
            id: MARK-2.0
            event: step
            data: I search for MIT.

            id: MARK-3.0
            event: observation

            id: MARK-4.0
            event: refused

            id: MARK-5.0
            event: answer
            data: MIT is at https://mit.edu.

            data: [DONE]

            """
                .replace("MARK", run.toString().substring(0, 8)));
  }

  @Test
  void anEventIsToldWhileTheRunGoesOn() throws Exception {
    StreamClient client = new StreamClient(gateway.ask("find MIT"));
    UUID run = gateway.planner.nextGoal().runId();

    gateway.planner.tell(planned(run, 2, 1, "I search."));
    String first = client.next();
    gateway.planner.tell(finished(run, 3, "Found."));

    assertThat(first).isEqualTo("I search.");
    assertThat(client.rest()).containsExactly("Found.");
  }

  @Test
  void wordsAreReadableLinesAndComeOnce() throws Exception {
    StreamClient client = new StreamClient(gateway.ask("hello"));
    UUID run = gateway.planner.nextGoal().runId();

    gateway.planner.tell(
        words(run, 1, 0, "Hello th"), words(run, 1, 8, "ere. How ar"), words(run, 1, 19, "e you?"));
    String first = client.next();
    gateway.planner.tell(finished(run, 2, "Hello there. How are you?"));

    assertThat(first).isEqualTo("Hello there.");
    assertThat(client.rest()).containsExactly("How are you?");
  }

  @Test
  void aRunThatFailsSaysSoInWordsAndEndsTheStream() throws Exception {
    StreamClient client = new StreamClient(gateway.ask("hello"));
    UUID run = gateway.planner.nextGoal().runId();

    gateway.planner.tell(failed(run, 2, "The model cannot be reached."));

    assertThat(client.raw())
        .isEqualTo(
            "id: "
                + run.toString().substring(0, 8)
                + "-2.0\nevent: failed\ndata: The model cannot be reached.\n\ndata: [DONE]\n\n");
  }

  @Test
  void theMarkOfTheEndWithinATextDoesNotEndTheStream() throws Exception {
    StreamClient client = new StreamClient(gateway.ask("hello"));
    UUID run = gateway.planner.nextGoal().runId();

    gateway.planner.tell(
        planned(run, 2, 1, "before\n[DONE]\nafter"),
        planned(run, 3, 2, "and\r\r\ndata: [DONE]\u2028[DONE]"),
        finished(run, 4, "The end."));

    assertThat(client.rest())
        .containsExactly(
            "before", "\"[DONE]\"", "after", "and", "", "data: [DONE]", "\"[DONE]\"", "The end.");
  }

  @Test
  void textOfAllScriptsArrivesWhole() throws Exception {
    StreamClient client = new StreamClient(gateway.ask("say it"));
    UUID run = gateway.planner.nextGoal().runId();
    String text = "Grüße, 你好。 \uD83D\uDE80 עברית";

    gateway.planner.tell(
        words(run, 1, 0, text.substring(0, 12)),
        words(run, 1, 12, text.substring(12)),
        finished(run, 2, text));

    assertThat(text.charAt(11)).matches(Character::isHighSurrogate);
    assertThat(client.rest()).containsExactly("Grüße, 你好。", "\uD83D\uDE80 עברית");
  }

  @Test
  void eventsOfOtherRunsAreNotTold() throws Exception {
    StreamClient client = new StreamClient(gateway.ask("mine"));
    UUID mine = gateway.planner.nextGoal().runId();
    StreamClient other = new StreamClient(gateway.ask("theirs"));
    UUID theirs = gateway.planner.nextGoal().runId();

    gateway.planner.tell(
        finished(theirs, 3, "For them."),
        finished(UUID.randomUUID(), 4, "For nobody."),
        finished(mine, 5, "For me."));

    assertThat(client.rest()).containsExactly("For me.");
    assertThat(other.rest()).containsExactly("For them.");
  }
}
