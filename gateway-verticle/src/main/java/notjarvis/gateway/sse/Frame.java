package notjarvis.gateway.sse;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One event as it stands in a stream.
 *
 * @param id the place that a reader may resume after
 * @param event its name; without one it is a {@code message}
 * @param lines one {@code data:} line each; none when it only moves the id on
 */
public record Frame(@Nullable String id, @Nullable String event, List<String> lines) {
  static final String HEARTBEAT = ": still here\n\n";

  public Frame {
    lines = List.copyOf(lines);
    if (lines.stream().anyMatch(Frame::breaks)) {
      throw new IllegalArgumentException("a line of an event must not contain a line break");
    }
  }

  /** An event that is nothing but text. */
  public static Frame text(List<String> lines) {
    return new Frame(null, null, lines);
  }

  /** The same under another id; as it is when it has none. */
  public Frame identified(UnaryOperator<String> as) {
    return id == null ? this : new Frame(as.apply(id), event, lines);
  }

  private static boolean breaks(String line) {
    return line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0;
  }

  String wire() {
    StringBuilder wire = new StringBuilder();
    if (id != null) {
      wire.append("id: ").append(id).append('\n');
    }
    if (event != null) {
      wire.append("event: ").append(event).append('\n');
    }
    for (String line : lines) {
      wire.append("data: ").append(line).append('\n');
    }
    return wire.append('\n').toString();
  }
}
