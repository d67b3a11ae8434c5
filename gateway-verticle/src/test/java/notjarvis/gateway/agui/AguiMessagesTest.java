package notjarvis.gateway.agui;

import static notjarvis.gateway.agui.AguiTold.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import notjarvis.gateway.Entries;
import notjarvis.run.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages as they are written, and as they are in the end. */
final class AguiMessagesTest {
  private final AguiTold run = new AguiTold();

  @BeforeEach
  void begin() {
    run.tell(Entries.goal("find MIT"));
  }

  @Test
  void wordsAreToldAsTheyComeAndTheMessageIsCompleted() {
    run.words(1, "I sea");
    run.words(1, "rch. ");
    run.words(1, "Now");
    run.tell(Entries.planned(RUN, 1, "I search. Now then."));

    assertThat(run.brief())
        .startsWith(
            "1.0 RUN_STARTED",
            "1.0.0 TEXT_MESSAGE_START",
            "1.0.5 TEXT_MESSAGE_CONTENT I sea",
            "1.0.9 TEXT_MESSAGE_CONTENT rch.",
            "1.0.13 TEXT_MESSAGE_CONTENT  Now",
            "2.1 TEXT_MESSAGE_CONTENT  then.",
            "2.2 TEXT_MESSAGE_END",
            "2.3 STEP_STARTED step 1");
    assertThat(run.message("1")).isEqualTo("I search. Now then.");
  }

  @Test
  void aMessageThatWasToldWholeIsOnlyEnded() {
    run.words(1, "Hello.\n");
    run.tell(Entries.ended(Outcome.FINISHED, "Hello."));

    assertThat(run.brief())
        .endsWith(
            "1.0.6 TEXT_MESSAGE_CONTENT Hello.",
            "2.2 TEXT_MESSAGE_END",
            "2.3 RUN_FINISHED success");
  }

  @Test
  void aMessageThatBecomesAnotherIsResetFirst() {
    run.words(1, "I open");
    run.restart(1, "I sea");
    run.words(1, "rch");
    run.tell(Entries.planned(RUN, 1, "I find it."));

    assertThat(run.brief())
        .startsWith(
            "1.0 RUN_STARTED",
            "1.0.0 TEXT_MESSAGE_START",
            "1.0.6 TEXT_MESSAGE_CONTENT I open",
            "1.0.0 CUSTOM text_message_reset",
            "1.0.8 TEXT_MESSAGE_CONTENT I search",
            "2.0 CUSTOM text_message_reset",
            "2.1 TEXT_MESSAGE_CONTENT I find it.",
            "2.2 TEXT_MESSAGE_END");
    assertThat(run.message("1")).isEqualTo("I find it.");
  }

  @Test
  void aMessageThatBeginsAnewWithTheSameWordsGoesOn() {
    run.words(1, "I sea");
    run.restart(1, "I ");
    run.words(1, "search");

    assertThat(run.brief()).endsWith("1.0.8 TEXT_MESSAGE_CONTENT rch");
    assertThat(run.message("1")).isEqualTo("I search");
  }

  @Test
  void aMessageThatCameToNothingIsEmptiedAndEnded() {
    run.words(1, "I open");
    run.tell(Entries.planned(RUN, 1, ""));

    assertThat(run.brief())
        .containsSubsequence(
            "1.0.0 CUSTOM text_message_reset", "1.0 TEXT_MESSAGE_END", "2.0 STEP_STARTED step 1");
    assertThat(run.message("1")).isEmpty();
  }

  @Test
  void halfACharacterWaitsForItsOtherHalf() {
    run.words(1, "go \uD83D");
    run.words(1, "\uDE80");

    assertThat(run.brief())
        .endsWith("1.0.2 TEXT_MESSAGE_CONTENT go", "1.0.5 TEXT_MESSAGE_CONTENT  \uD83D\uDE80");
  }

  @Test
  void wordsThatWereMissedComeWithTheMessage() {
    run.words(1, "One");
    run.miss(4);
    run.words(1, " three");
    run.tell(Entries.ended(Outcome.FINISHED, "One two three"));

    assertThat(run.message("1")).isEqualTo("One two three");
  }
}
