package notjarvis.gateway.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import notjarvis.action.Observation;
import notjarvis.gateway.sse.Frame;
import notjarvis.run.Outcome;
import org.junit.jupiter.api.Test;

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

    assertThat(run.told)
        .containsExactly(
            Frame.text(List.of("I search for MIT.")), new Frame("2.0", "step", List.of()));
  }

  @Test
  void aStepTellsWhatItsWordsStillOwed() {
    run.words(1, "I search for MIT. Then I ");
    run.tell(Telling.planned(2, 1, "I search for MIT. Then I open it."));

    assertThat(run.told)
        .containsExactly(
            Frame.text(List.of("I search for MIT.")),
            new Frame("2.0", "step", List.of("Then I open it.")));
  }

  @Test
  void wordsOfTheNextStepBeginAMessageOfTheirOwn() {
    run.words(1, "First. ");
    run.tell(Telling.planned(2, 1, "First."));
    run.words(2, "First. ");
    run.tell(Telling.planned(3, 2, "First."));

    assertThat(run.told)
        .containsExactly(
            Frame.text(List.of("First.")),
            new Frame("2.0", "step", List.of()),
            Frame.text(List.of("First.")),
            new Frame("3.0", "step", List.of()));
  }

  @Test
  void wordsThatComeAfterTheirStepAreDropped() {
    run.tell(Telling.planned(2, 1, "First."));
    run.words(1, "First. ");

    assertThat(run.told).containsExactly(new Frame("2.0", "step", List.of("First.")));
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
  void theAnswerEndsTheStream() {
    run.tell(Telling.ended(4, Outcome.FINISHED, "Opened it.\nAnything else?"));

    assertThat(run.told)
        .containsExactly(new Frame("4.0", "answer", List.of("Opened it.", "Anything else?")), DONE);
    assertThat(run.dialect.isOver()).isTrue();
  }

  @Test
  void aFailedRunEndsTheStreamToo() {
    run.words(1, "I think. But ");
    run.tell(Telling.ended(4, Outcome.FAILED, "The model cannot be reached."));

    assertThat(run.told)
        .containsExactly(
            Frame.text(List.of("I think.")),
            new Frame("4.0", "failed", List.of("The model cannot be reached.")),
            DONE);
  }

  @Test
  void anAnswerThatWasShownWholeIsABareId() {
    run.words(1, "Hello.\nHow are you?\n");
    run.tell(Telling.ended(4, Outcome.FINISHED, "Hello.\nHow are you?"));

    assertThat(run.printed()).containsExactly("Hello.", "How are you?", "[DONE]");
  }
}
