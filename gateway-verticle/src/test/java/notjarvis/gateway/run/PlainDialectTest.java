package notjarvis.gateway.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import notjarvis.action.Action;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.gateway.sse.Frame;
import notjarvis.run.Cursor;
import notjarvis.run.Outcome;
import notjarvis.run.RunEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainDialectTest {
  private static final UUID RUN = UUID.fromString("8c6c0f6e-63a4-4c52-9f43-5fd0c3b1f001");
  private static final Frame DONE = Frame.text(List.of("[DONE]"));

  private final PlainDialect dialect = new PlainDialect();
  private final List<Frame> told = new ArrayList<>();
  private int offset;

  @Test
  void aStepIsToldInThePlannersWords() {
    tell(planned(2, 1, "I search for MIT."));

    assertThat(told).containsExactly(new Frame("2.0", "step", List.of("I search for MIT.")));
  }

  @Test
  void aStepWithoutWordsOnlyMovesTheReaderOn() {
    tell(planned(2, 1, " \n"));

    assertThat(told).containsExactly(new Frame("2.0", "step", List.of()));
  }

  @Test
  void wordsThatWereShownAreNotRepeatedByTheirStep() {
    words(1, "I search for MIT. ");
    tell(planned(2, 1, "I search for MIT."));

    assertThat(told)
        .containsExactly(
            Frame.text(List.of("I search for MIT.")), new Frame("2.0", "step", List.of()));
  }

  @Test
  void aStepTellsWhatItsWordsStillOwed() {
    words(1, "I search for MIT. Then I ");
    tell(planned(2, 1, "I search for MIT. Then I open it."));

    assertThat(told)
        .containsExactly(
            Frame.text(List.of("I search for MIT.")),
            new Frame("2.0", "step", List.of("Then I open it.")));
  }

  @Test
  void wordsOfTheNextStepBeginAMessageOfTheirOwn() {
    words(1, "First. ");
    tell(planned(2, 1, "First."));
    words(2, "First. ");
    tell(planned(3, 2, "First."));

    assertThat(told)
        .containsExactly(
            Frame.text(List.of("First.")),
            new Frame("2.0", "step", List.of()),
            Frame.text(List.of("First.")),
            new Frame("3.0", "step", List.of()));
  }

  @Test
  void wordsThatComeAfterTheirStepAreDropped() {
    tell(planned(2, 1, "First."));
    words(1, "First. ");

    assertThat(told).containsExactly(new Frame("2.0", "step", List.of("First.")));
  }

  @Test
  void aRefusedStepSaysWhy() {
    tell(refused(2, 1, "I open it.", "That address came from nowhere."));
    tell(refused(3, 2, "", "Still not."));

    assertThat(told)
        .containsExactly(
            new Frame("2.0", "refused", List.of("I open it.", "That address came from nowhere.")),
            new Frame("3.0", "refused", List.of("Still not.")));
  }

  @Test
  void whatWentWellNeedsNoWords() {
    tell(observed(3, Observation.done("3 results")));

    assertThat(told).containsExactly(new Frame("3.0", "observation", List.of()));
  }

  @Test
  void whatFailedOrIsUnknownIsTold() {
    tell(observed(3, Observation.failed("No network.")));
    tell(observed(4, Observation.unknown("It may have opened.")));

    assertThat(told)
        .containsExactly(
            new Frame("3.0", "observation", List.of("No network.")),
            new Frame("4.0", "observation", List.of("It may have opened.")));
  }

  @Test
  void theAnswerEndsTheStream() {
    tell(ended(4, Outcome.FINISHED, "Opened it.\nAnything else?"));

    assertThat(told)
        .containsExactly(new Frame("4.0", "answer", List.of("Opened it.", "Anything else?")), DONE);
    assertThat(dialect.isOver()).isTrue();
  }

  @Test
  void aFailedRunEndsTheStreamToo() {
    words(1, "I think. But ");
    tell(ended(4, Outcome.FAILED, "The model cannot be reached."));

    assertThat(told)
        .containsExactly(
            Frame.text(List.of("I think.")),
            new Frame("4.0", "failed", List.of("The model cannot be reached.")),
            DONE);
  }

  @Test
  void anAnswerThatWasShownWholeIsABareId() {
    words(1, "Hello.\nHow are you?\n");
    tell(ended(4, Outcome.FINISHED, "Hello.\nHow are you?"));

    assertThat(printed()).containsExactly("Hello.", "How are you?", "[DONE]");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1_000})
  void howWordsAreCutChangesNothingOfTheText(int size) {
    String text =
        "First of all: 1. MIT, 2. ETH.\r\n\r\n  * e.g. www.mit.edu (3.5 ms)!  \rIs \uD83D\uDE80"
            + " it?” Yes…\tWell. \n\n你好。再见！ The end";
    for (int at = 0; at < text.length(); at += size) {
      words(1, text.substring(at, Math.min(at + size, text.length())));
    }
    tell(ended(4, Outcome.FINISHED, text));

    assertThat(String.join(" ", printed()).replaceAll("\\s+", ""))
        .isEqualTo((text + "[DONE]").replaceAll("\\s+", ""));
    assertThat(printed())
        .startsWith("First of all: 1. MIT, 2. ETH.", "", "  * e.g. www.mit.edu (3.5 ms)!")
        .endsWith("The end", "[DONE]");
  }

  @ParameterizedTest
  @CsvSource({
    "'Well done. ', true",
    "'Well done.', false",
    "'Done! ', true",
    "'Really?\" ', true",
    "'a line\n', true",
    "'1. ', false",
    "'see e.g. ', false",
    "'3.14', false",
    "'你好。', true",
  })
  void wordsAreHeldBackUntilASentenceOrLineEnds(String text, boolean ends) {
    words(1, text);

    assertThat(told).hasSize(ends ? 1 : 0);
  }

  @Test
  void aMessageThatBeginsAnewWithOtherWordsIsToldOnANewLine() {
    words(1, "I open Google. And then");
    restart(1, "I search for MIT. ");
    tell(planned(2, 1, "I search for MIT."));

    assertThat(printed()).containsExactly("I open Google.", "I search for MIT.");
  }

  @Test
  void aMessageThatBeginsAnewWithTheSameWordsIsToldOnce() {
    words(1, "I search for MIT. And");
    restart(1, "I search ");
    words(1, "for MIT. Then I open it. ");
    tell(planned(2, 1, "I search for MIT. Then I open it."));

    assertThat(printed()).containsExactly("I search for MIT.", "Then I open it.");
  }

  @Test
  void aMessageThatBeginsAnewTwiceIsToldOnce() {
    words(1, "I search for MIT. And");
    restart(1, "I search ");
    restart(1, "I search for MIT. Really. ");
    tell(planned(2, 1, "I search for MIT. Really."));

    assertThat(printed()).containsExactly("I search for MIT.", "Really.");
  }

  @Test
  void aMessageThatBreaksOffWhileItBeginsAnewIsToldOnce() {
    words(1, "I search for MIT. And");
    restart(1, "I sea");
    tell(planned(2, 1, "I search for MIT. And then some."));

    assertThat(printed()).containsExactly("I search for MIT.", "And then some.");
  }

  @Test
  void aTextThatDoesNotBeginWithWhatWasShownIsToldWhole() {
    words(1, "I open Google. ");
    tell(planned(2, 1, "I search for MIT."));

    assertThat(printed()).containsExactly("I open Google.", "I search for MIT.");
  }

  @Test
  void wordsThatWereMissedComeWithTheWholeText() {
    words(1, "One sentence. ");
    offset += 10;
    words(1, "never shown. ");
    tell(ended(4, Outcome.FINISHED, "One sentence. Two were never shown."));

    assertThat(printed()).containsExactly("One sentence.", "Two were never shown.", "[DONE]");
  }

  @Test
  void aTextThatWasTrimmedWhenItWasWrittenDownIsToldOnce() {
    words(1, "\n\n Hello there. \n\nBye now.\n\n");
    tell(ended(4, Outcome.FINISHED, "Hello there. \n\nBye now."));

    assertThat(String.join("|", printed())).contains("Hello there.||Bye now.").endsWith("[DONE]");
    assertThat(printed()).filteredOn(line -> line.contains("Bye")).hasSize(1);
  }

  @Test
  void controlCharactersAreTakenOut() {
    words(1, "a\u0000b\u001B[2Jc\td\u0085e\u007F. \n");
    tell(ended(4, Outcome.FINISHED, "a\u0000b\u001B[2Jc\td\u0085e\u007F. \nx\bz"));

    assertThat(printed()).containsExactly("ab[2Jc\tde.", "xz", "[DONE]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[DONE]", " [DONE] ", "\u0007[DONE]", "[DO\u0000NE]"})
  void aLineThatLooksLikeTheEndIsQuoted(String line) {
    words(1, "before\n" + line + "\nafter\n");
    tell(observed(2, Observation.failed(line)));
    tell(ended(4, Outcome.FINISHED, "before\n" + line + "\nafter\n" + line));

    assertThat(printed())
        .containsExactly("before", "\"[DONE]\"", "after", "\"[DONE]\"", "\"[DONE]\"", "[DONE]");
  }

  private void tell(RunEvent event) {
    told.addAll(event.fold(dialect));
    offset = 0;
  }

  private void words(int step, String text) {
    told.addAll(new RunEvent.Words(RUN, RUN + ":" + step, offset, text).fold(dialect));
    offset += text.length();
  }

  private void restart(int step, String text) {
    offset = 0;
    words(step, text);
  }

  private List<String> printed() {
    return told.stream().flatMap(frame -> frame.lines().stream()).toList();
  }

  private static RunEvent planned(long checkpoint, int step, String say) {
    return new RunEvent.StepPlanned(RUN, Cursor.of(checkpoint), step, say, action(step));
  }

  private static RunEvent refused(long checkpoint, int step, String say, String why) {
    return new RunEvent.StepRefused(RUN, Cursor.of(checkpoint), step, say, action(step), why);
  }

  private static RunEvent observed(long checkpoint, Observation observation) {
    return new RunEvent.StepObserved(RUN, Cursor.of(checkpoint), 1, observation);
  }

  private static RunEvent ended(long checkpoint, Outcome outcome, String answer) {
    return new RunEvent.RunEnded(RUN, Cursor.of(checkpoint), outcome, RUN + ":1", answer);
  }

  private static Action action(int step) {
    return new Action(RUN + ":" + step, "search", Map.of(), Effect.PURE);
  }
}
