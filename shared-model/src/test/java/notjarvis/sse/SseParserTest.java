package notjarvis.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseParserTest {
  private final List<ServerSentEvent> events = new ArrayList<>();
  private final SseParser parser = new SseParser(events::add);

  private void feed(String text) {
    parser.feed(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ServerSentEvent message(String data) {
    return new ServerSentEvent("", "message", data);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void linesEndInAnyOfThreeWays(String end) {
    feed("data: one" + end + end + "data: two" + end + end + "data: three" + end + end);

    assertThat(events).containsExactly(message("one"), message("two"), message("three"));
    assertThat(parser.isMidEvent()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 100_000})
  void bytesMayBeSplitAnywhere(int size) {
    String text =
        "\uFEFFdata: Grüße 日本 😀\r\n\r\n: comment\r\n\r\nid: 7\r\nevent: words\r\ndata: a\r\n"
            + "data: b\r\n\r\ndata: "
            + "é".repeat(20_000)
            + "\r\n\r\n";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    for (int from = 0; from < bytes.length; from += size) {
      parser.feed(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size)));
    }

    assertThat(events)
        .containsExactly(
            message("Grüße 日本 😀"),
            new ServerSentEvent("7", "words", "a\nb"),
            new ServerSentEvent("7", "message", "é".repeat(20_000)));
  }

  @Test
  void aReturnAtTheEndOfAPieceSwallowsTheLineFeedOfTheNext() {
    feed("data: a\r");
    feed("\ndata: b\r");
    feed("\n\r");
    feed("\n");

    assertThat(events).containsExactly(message("a\nb"));
  }

  @Test
  void oneSpaceAfterTheColonIsNotPartOfTheValue() {
    feed("data:a\n\ndata:  b\n\ndata\n\ndata:x:y\n\n");

    assertThat(events).containsExactly(message("a"), message(" b"), message(""), message("x:y"));
  }

  @Test
  void commentsAndUnknownFieldsAndRetryMakeNoEvent() {
    feed(": hello\n\nretry: 100\n\nwhatever: 1\n\n\n\nevent: lonely\n\ndata: a\n\n");

    assertThat(events).containsExactly(message("a"));
  }

  @Test
  void theIdIsKeptForLaterEventsAndNeverHoldsNul() {
    feed("id: 1\ndata: a\n\ndata: b\n\nid: 2\0\ndata: c\n\nid\ndata: d\n\n");

    assertThat(events)
        .extracting(ServerSentEvent::id, ServerSentEvent::data)
        .extracting(Object::toString)
        .containsExactly("(\"1\", \"a\")", "(\"1\", \"b\")", "(\"1\", \"c\")", "(\"\", \"d\")");
  }

  @Test
  void anIdAloneMovesTheCursorOn() {
    feed("id: 9\n\n");

    assertThat(events).containsExactly(new ServerSentEvent("9", "message", ""));
  }

  @Test
  void onlyTheFirstMarkOfByteOrderIsDropped() {
    feed("\uFEFFdata: \uFEFFa\n\n");

    assertThat(events).containsExactly(message("\uFEFFa"));
  }

  @Test
  void brokenBytesBecomeReplacementCharacters() {
    parser.feed(new byte[] {'d', 'a', 't', 'a', ':', (byte) 0xC3, 'x', (byte) 0xFF, '\n', '\n'});

    assertThat(events).containsExactly(message("\uFFFDx\uFFFD"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"data: a", "data: a\n", "data: a\r\n", "event: words\n", "id: 3\n"})
  void anEventThatNoEmptyLineEndedIsUnfinishedAndNotTold(String text) {
    feed(text);

    assertThat(parser.isMidEvent()).isTrue();
    assertThat(events).isEmpty();
  }

  @Test
  void halfACharacterIsUnfinishedToo() {
    parser.feed(new byte[] {(byte) 0xC3});

    assertThat(parser.isMidEvent()).isTrue();
  }

  @Test
  void afterACommentNothingIsUnfinished() {
    feed("data: a\n\n: still here\n");

    assertThat(parser.isMidEvent()).isFalse();
  }

  @Test
  void anEventOfMoreThanAMebibyteIsRefused() {
    feed("data: " + "x".repeat(1 << 19) + "\n");

    assertThatThrownBy(() -> feed("data: " + "x".repeat(1 << 19) + "\n"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("1 MiB");
  }
}
