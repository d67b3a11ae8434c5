package notjarvis.gateway.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import notjarvis.action.Observation;
import notjarvis.blob.BlobRef;
import notjarvis.gateway.Entries;
import notjarvis.gateway.run.Place;
import notjarvis.gateway.sse.Frame;
import notjarvis.journal.Entry;
import notjarvis.journal.Verdict;
import notjarvis.run.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PlainDialectTest {
  private static final Frame DONE = Frame.text(List.of("[DONE]"));

  private final Telling run = new Telling();

  @Test
  void aStepIsToldInThePlannersWords() {
    run.tell(Telling.planned(2, 1, "I search for MIT."));

    assertThat(run.told).containsExactly(new Frame("2.0", "step", List.of("I search for MIT.")));
  }

  @Test
  void aStepWithoutWordsOnlyMovesTheReaderOn() {
    run.tell(Telling.planned(2, 1, " \n"));

    assertThat(run.told).containsExactly(new Frame("2.0", "step", List.of()));
  }

  @Test
  void wordsThatWereShownAreNotRepeatedByTheirStep() {
    run.words(1, "I search for MIT. ");
    run.tell(Telling.planned(2, 1, "I search for MIT."));

    assertThat(run.told).extracting(Frame::event).containsExactly(null, "step");
    assertThat(run.printed()).containsExactly("I search for MIT.");
  }

  @Test
  void aStepTellsWhatItsWordsStillOwed() {
    run.words(1, "I search for MIT. Then I ");
    run.tell(Telling.planned(2, 1, "I search for MIT. Then I open it."));

    assertThat(run.told).last().isEqualTo(new Frame("2.0", "step", List.of("Then I open it.")));
    assertThat(run.printed()).containsExactly("I search for MIT.", "Then I open it.");
  }

  @Test
  void wordsOfTheNextStepBeginAMessageOfTheirOwn() {
    run.words(1, "First. ");
    run.tell(Telling.planned(2, 1, "First."));
    run.words(2, "First. ");
    run.tell(Telling.planned(3, 2, "First."));

    assertThat(run.told).extracting(Frame::event).containsExactly(null, "step", null, "step");
    assertThat(run.printed()).containsExactly("First.", "First.");
  }

  @Test
  void aRefusedStepLeavesItsReasonToTheAnswer() {
    run.tell(Telling.refused(2, 1, "I open it.", "That address came from nowhere."));
    run.tell(Telling.refused(3, 2, "", "Still not."));

    assertThat(run.told)
        .containsExactly(
            new Frame("2.0", "refused", List.of()), new Frame("3.0", "refused", List.of()));
  }

  @Test
  void whatCameOfAStepIsLeftToTheAnswer() {
    run.tell(Telling.observed(3, Observation.done("3 results")));
    run.tell(Telling.observed(4, Observation.failed("No network.")));

    assertThat(run.told)
        .containsExactly(
            new Frame("3.0", "observation", List.of()), new Frame("4.0", "observation", List.of()));
  }

  @Test
  void aPictureIsToldWithTheAddressThatItIsFoundAt() {
    BlobRef blob = new BlobRef("a".repeat(64), "image/png", 1234);
    run.tell(Telling.observed(3, Observation.wrote("Saved it.", "/a.png").withBlob(blob)));

    assertThat(run.told)
        .containsExactly(
            new Frame("3.0", "notice", List.of("The picture is at /v1/blobs/" + blob.sha256())));
  }

  @Test
  void theAnswerEndsTheStream() {
    run.tell(Telling.ended(4, Outcome.FINISHED, "Opened it.\nAnything else?"));

    assertThat(run.told)
        .containsExactly(new Frame("4.0", "answer", List.of("Opened it.", "Anything else?")), DONE);
    assertThat(run.dialect.isResting()).isTrue();
  }

  @Test
  void aFailedRunEndsTheStreamToo() {
    run.words(1, "I think. But ");
    run.tell(Telling.ended(4, Outcome.FAILED, "The model cannot be reached."));

    assertThat(run.told)
        .endsWith(new Frame("4.0", "failed", List.of("The model cannot be reached.")), DONE);
    assertThat(run.printed()).containsExactly("I think.", "The model cannot be reached.", "[DONE]");
  }

  @Test
  void anAnswerThatWasShownWholeIsABareId() {
    run.words(1, "Hello.\nHow are you?\n");
    run.tell(Telling.ended(4, Outcome.FINISHED, "Hello.\nHow are you?"));

    assertThat(run.printed()).containsExactly("Hello.", "How are you?", "[DONE]");
  }

  @Test
  void aRunThatWaitsForAYesSaysWhatForAndHowToAnswer() {
    run.tell(Telling.asked(3, 1, "I search for MIT.", "You did not ask for a search."));

    assertThat(run.told)
        .containsExactly(
            new Frame(
                "3.0",
                "notice",
                List.of(
                    "I search for MIT.",
                    "This waits for your yes: search {\"query\":\"mit\"}",
                    "You did not ask for a search.",
                    "To allow it: jarvis approve " + Entries.APPROVAL,
                    "To refuse it: jarvis deny " + Entries.APPROVAL,
                    "Unless you answer by 2026-11-22T11:15:30Z, it is not done.")),
            DONE);
  }

  @Test
  void onceThereIsAnAnswerNobodyIsToldHowToGiveOneAndNothingIsSaidTwice() {
    run.tell(Telling.asked(3, 1, "I search for MIT.", "You did not ask for a search."), false);
    run.tell(
        Telling.checkpoint(
            4, new Entry.ApprovalAnswered(Entries.APPROVAL, Verdict.GRANTED, "local")),
        false);
    run.tell(Telling.planned(5, 1, "I search for MIT."));

    assertThat(run.told)
        .containsExactly(
            new Frame("3.0", "notice", List.of("I search for MIT.")),
            new Frame("5.0", "step", List.of()));
    assertThat(run.dialect.isResting()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      names = {"CANCELLED", "SUPERSEDED"})
  void aRunThatWasStoppedEndsInWords(Outcome outcome) {
    run.tell(Telling.ended(4, outcome, "I stopped before I began."));

    assertThat(run.told)
        .containsExactly(new Frame("4.0", "failed", List.of("I stopped before I began.")), DONE);
  }

  @Test
  void whatTheReaderHasIsNotToldAgain() {
    Telling back = new Telling(Place.of(3, 0));

    back.tell(Telling.planned(2, 1, "I search."), false);
    back.tell(Telling.observed(3, Observation.done("3 results")), false);
    back.tell(Telling.ended(4, Outcome.FINISHED, "Found."));

    assertThat(back.told).containsExactly(new Frame("4.0", "answer", List.of("Found.")), DONE);
  }

  @Test
  void aMessageThatWasCutInTheMiddleGoesOnWhereItStopped() {
    run.tell(Telling.observed(3, Observation.done("3 results")), false);
    run.words(2, "\n Found them. It is");
    Telling back = new Telling(run.place());

    back.tell(Telling.observed(3, Observation.done("3 results")), true);
    back.restart(2, "\n Found them. It is at MIT. And");
    back.tell(Telling.ended(4, Outcome.FINISHED, "Found them. It is at MIT. And there."));

    assertThat(run.printed()).containsExactly(" Found them.");
    assertThat(back.printed()).containsExactly("It is at MIT.", "And there.", "[DONE]");
  }

  @Test
  void aMessageThatBecameAnotherWhileItsReaderWasAwayIsToldWhole() {
    run.tell(Telling.observed(3, Observation.done("3 results")), false);
    run.words(2, "Found them. It is");
    Telling back = new Telling(run.place());

    back.tell(Telling.observed(3, Observation.done("3 results")), false);
    back.tell(Telling.ended(4, Outcome.FINISHED, "There is no such thing."));

    assertThat(back.printed()).containsExactly("There is no such thing.", "[DONE]");
  }
}
