package notjarvis.sse;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Reads server-sent events from bytes as they arrive: UTF-8 split anywhere, lines that end with LF,
 * CR or CRLF. An event that the stream leaves unfinished is dropped; {@link #isMidEvent()} tells.
 */
public final class SseParser {
  private static final int LARGEST_EVENT = 1 << 20;
  private static final int CHUNK = 8_192;

  private final Consumer<ServerSentEvent> events;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final StringBuilder line = new StringBuilder();
  private final StringBuilder data = new StringBuilder();
  private ByteBuffer undecoded = ByteBuffer.allocate(0);
  private boolean first = true;
  private boolean afterReturn;
  private boolean hasData;
  private boolean hasId;
  private String id = "";
  private String type = "";

  /** Tells each event that is complete. */
  public SseParser(Consumer<ServerSentEvent> events) {
    this.events = events;
  }

  /**
   * Takes the next bytes of the stream.
   *
   * @throws IllegalStateException when an event grows past 1 MiB
   */
  public void feed(byte[] bytes) {
    ByteBuffer input = ByteBuffer.allocate(undecoded.remaining() + bytes.length);
    input.put(undecoded).put(bytes).flip();
    CharBuffer chars = CharBuffer.allocate(CHUNK);
    boolean more = true;
    while (more) {
      more = decoder.decode(input, chars, false).isOverflow();
      chars.flip();
      while (chars.hasRemaining()) {
        take(chars.get());
      }
      chars.clear();
    }
    undecoded = input;
  }

  /** Whether an event has begun that no empty line has ended. */
  public boolean isMidEvent() {
    boolean begun = hasData || hasId || !type.isEmpty();
    return begun || !line.isEmpty() || undecoded.hasRemaining();
  }

  private void take(char c) {
    if (first) {
      first = false;
      if (c == '\uFEFF') {
        return;
      }
    }
    boolean secondHalf = afterReturn && c == '\n';
    afterReturn = c == '\r';
    if (secondHalf) {
      return;
    }
    if (c == '\n' || c == '\r') {
      endLine();
    } else {
      line.append(c);
      limit();
    }
  }

  private void limit() {
    if (line.length() + data.length() > LARGEST_EVENT) {
      throw new IllegalStateException("an event of the stream is larger than 1 MiB");
    }
  }

  private void endLine() {
    if (line.isEmpty()) {
      dispatch();
    } else {
      field(line.toString());
      line.setLength(0);
    }
  }

  private void field(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    String value = colon < 0 ? "" : text.substring(colon + 1);
    value = value.startsWith(" ") ? value.substring(1) : value;
    switch (name) {
      case "data" -> data(value);
      case "event" -> type = value;
      case "id" -> id(value);
      default -> {
        // a comment, "retry", or a field of another day
      }
    }
  }

  private void data(String value) {
    data.append(hasData ? "\n" : "").append(value);
    hasData = true;
  }

  private void id(String value) {
    if (value.indexOf('\0') < 0) {
      id = value;
      hasId = true;
    }
  }

  private void dispatch() {
    if (hasData || hasId) {
      events.accept(new ServerSentEvent(id, type.isEmpty() ? "message" : type, data.toString()));
    }
    data.setLength(0);
    hasData = false;
    hasId = false;
    type = "";
  }
}
