package notjarvis.gateway.plain;

import static org.assertj.core.api.Assertions.assertThat;

import notjarvis.run.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each word is told once, in lines that can be read. */
final class StreamedWordsTest {
  private final Telling run = new Telling();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1_000})
  void howWordsAreCutChangesNothingOfTheText(int size) {
    String text =
        "First of all: 1. MIT, 2. ETH.\r\n\r\n  * e.g. www.mit.edu (3.5 ms)!  \rIs \uD83D\uDE80"
            + " it?” Yes…\tWell. \n\n你好。再见！ The end";
    for (int at = 0; at < text.length(); at += size) {
      run.words(1, text.substring(at, Math.min(at + size, text.length())));
    }
    run.tell(Telling.ended(4, Outcome.FINISHED, text));

    assertThat(String.join(" ", run.printed()).replaceAll("\\s+", ""))
        .isEqualTo((text + "[DONE]").replaceAll("\\s+", ""));
    assertThat(run.printed())
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
    run.words(1, text);

    assertThat(run.told).hasSize(ends ? 1 : 0);
  }

  @Test
  void aMessageThatBeginsAnewWithOtherWordsIsToldOnANewLine() {
    run.words(1, "I open Google. And then");
    run.restart(1, "I search for MIT. ");
    run.tell(Telling.planned(2, 1, "I search for MIT."));

    assertThat(run.printed()).containsExactly("I open Google.", "I search for MIT.");
  }

  @Test
  void aMessageThatBeginsAnewWithTheSameWordsIsToldOnce() {
    run.words(1, "I search for MIT. And");
    run.restart(1, "I search ");
    run.words(1, "for MIT. Then I open it. ");
    run.tell(Telling.planned(2, 1, "I search for MIT. Then I open it."));

    assertThat(run.printed()).containsExactly("I search for MIT.", "Then I open it.");
  }

  @Test
  void aMessageThatBeginsAnewTwiceIsToldOnce() {
    run.words(1, "I search for MIT. And");
    run.restart(1, "I search ");
    run.restart(1, "I search for MIT. Really. ");
    run.tell(Telling.planned(2, 1, "I search for MIT. Really."));

    assertThat(run.printed()).containsExactly("I search for MIT.", "Really.");
  }

  @Test
  void aMessageThatBreaksOffWhileItBeginsAnewIsToldOnce() {
    run.words(1, "I search for MIT. And");
    run.restart(1, "I sea");
    run.tell(Telling.planned(2, 1, "I search for MIT. And then some."));

    assertThat(run.printed()).containsExactly("I search for MIT.", "And then some.");
  }

  @Test
  void aTextThatDoesNotBeginWithWhatWasShownIsToldWhole() {
    run.words(1, "I open Google. ");
    run.tell(Telling.planned(2, 1, "I search for MIT."));

    assertThat(run.printed()).containsExactly("I open Google.", "I search for MIT.");
  }

  @Test
  void wordsThatWereMissedComeWithTheWholeText() {
    run.words(1, "One sentence. ");
    run.miss(10);
    run.words(1, "never shown. ");
    run.tell(Telling.ended(4, Outcome.FINISHED, "One sentence. Two were never shown."));

    assertThat(run.printed()).containsExactly("One sentence.", "Two were never shown.", "[DONE]");
  }

  @Test
  void aTextThatWasTrimmedWhenItWasWrittenDownIsToldOnce() {
    run.words(1, "\n\n Hello there. \n\nBye now.\n\n");
    run.tell(Telling.ended(4, Outcome.FINISHED, "Hello there. \n\nBye now."));

    assertThat(String.join("|", run.printed()))
        .contains("Hello there.||Bye now.")
        .endsWith("[DONE]");
    assertThat(run.printed()).filteredOn(line -> line.contains("Bye")).hasSize(1);
  }

  @Test
  void controlCharactersAreTakenOut() {
    run.words(1, "a\u0000b\u001B[2Jc\td\u0085e\u007F. \n");
    run.tell(Telling.ended(4, Outcome.FINISHED, "a\u0000b\u001B[2Jc\td\u0085e\u007F. \nx\bz"));

    assertThat(run.printed()).containsExactly("ab[2Jc\tde.", "xz", "[DONE]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[DONE]", " [DONE] ", "\u0007[DONE]", "[DO\u0000NE]"})
  void aLineThatLooksLikeTheEndIsQuoted(String line) {
    run.words(1, "before\n" + line + "\nafter\n");
    run.tell(Telling.ended(4, Outcome.FINISHED, "before\n" + line + "\nafter\n" + line));

    assertThat(run.printed())
        .containsExactly("before", "\"[DONE]\"", "after", "\"[DONE]\"", "[DONE]");
  }
}
