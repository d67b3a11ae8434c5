package notjarvis.gateway.sse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import notjarvis.sse.ServerSentEvent;
import notjarvis.sse.SseParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrameTest {

  @Test
  void everyLineIsADataLineOfItsOwn() {
    Frame frame = new Frame("7.0", "answer", List.of("one", "", " two: 2"));

    assertThat(frame.wire())
        .isEqualTo("id: 7.0\nevent: answer\ndata: one\ndata: \ndata:  two: 2\n\n");
  }

  @Test
  void aFrameWithoutLinesStillMovesTheReaderOn() {
    assertThat(new Frame("7.0", "step", List.of()).wire()).isEqualTo("id: 7.0\nevent: step\n\n");
  }

  @Test
  void whatIsWrittenIsWhatTheParserReads() {
    List<ServerSentEvent> read = new ArrayList<>();
    Frame frame = new Frame("7.0", "answer", List.of("one", "", " two: \uD83D\uDE80"));

    new SseParser(read::add).feed((frame.wire() + Frame.HEARTBEAT).getBytes(UTF_8));

    assertThat(read)
        .containsExactly(new ServerSentEvent("7.0", "answer", "one\n\n two: \uD83D\uDE80"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\r", "\n"})
  void aLineThatWouldBreakTheStreamIsADefect(String line) {
    assertThatThrownBy(() -> Frame.text(List.of(line)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
