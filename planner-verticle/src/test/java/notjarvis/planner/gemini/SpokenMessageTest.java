package notjarvis.planner.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenMessageTest {
  private final List<String> heard = new ArrayList<>();

  private String heardOf(String json, int pieceSize) {
    heard.clear();
    SpokenMessage spoken = new SpokenMessage(heard::add);
    for (int from = 0; from < json.length(); from += pieceSize) {
      spoken.take(json.substring(from, Math.min(json.length(), from + pieceSize)));
    }
    return String.join("", heard);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1_000})
  void theMessageIsHeardHoweverItIsSplit(int pieceSize) {
    String json =
        "{ \"a\\\"b\": [\"message\", {\"message\": \"inner\"}], \"n\": -1.5e3, \"t\": true,"
            + " \"mess\\u0061ge\" : \"x\\n\\t\\r\\b\\f\\/\\\\\\\"\\u00e9\\uD83D\\ude00\uD83D\uDE00 } ] , :\","
            + " \"message\": \"second\"}";

    assertThat(heardOf(json, pieceSize)).isEqualTo("x\n\t\r\b\f/\\\"é😀😀 } ] , :");
    assertThat(heard).doesNotContain("").noneMatch(piece -> piece.endsWith("\uD83D"));
  }

  @Test
  void aMessageIsHeardWhileItIsStillBeingWritten() {
    assertThat(heardOf("{\"message\":\"It is a lo", 1_000)).isEqualTo("It is a lo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "\"message\"",
        "[{\"message\":\"no\"}]",
        "Sure: {\"message\":\"no\"}",
        "{\"answer\":\"message\",\"is\":\"no\"}",
        "{\"message\":{\"message\":\"no\"}}",
        "{\"message\":[\"no\"]}",
        "{\"message\":42}",
        "{} {\"message\":\"no\"}",
        "{\"a\":\"\\x\",\"message\":\"no\"}",
        "{\"a\":\"\\u00g0\",\"message\":\"no\"}"
      })
  void whatHasNoMessageIsMetWithSilence(String json) {
    assertThat(heardOf(json, 1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"a\\ud83db,ab", "a\\ude00b,ab", "a\\ud83d\\ud83d\\ude00,a😀", "a\\u0000b,ab"})
  void halfACharacterAndNulAreNotSaid(String message, String said) {
    assertThat(heardOf("{\"message\":\"" + message + "\"}", 1)).isEqualTo(said);
  }
}
