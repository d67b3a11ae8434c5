package notjarvis.planner.gemini;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds what stands bare in a stream of events: from a line that begins with a bracket on, nothing
 * is an event any more. The service does this to errors that it meets on the way.
 */
final class BareJson {
  private static final int LARGEST = 64 * 1024;

  private final ByteArrayOutputStream found = new ByteArrayOutputStream();
  private boolean atLineStart = true;
  private boolean begun;

  void feed(byte[] bytes) {
    for (byte b : bytes) {
      begun = begun || (atLineStart && (b == '{' || b == '['));
      if (begun && found.size() < LARGEST) {
        found.write(b);
      }
      atLineStart = b == '\n' || b == '\r';
    }
  }

  /** What was found so far; it may go on. */
  Optional<String> text() {
    return begun ? Optional.of(found.toString(StandardCharsets.UTF_8)) : Optional.empty();
  }
}
