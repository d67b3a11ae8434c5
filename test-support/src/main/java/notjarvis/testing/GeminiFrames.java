package notjarvis.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import notjarvis.json.Json;

/** The events of a streamed answer as the service frames them: one line of JSON and CRLF twice. */
final class GeminiFrames {
  /** The sizes of the pieces into which texts and bytes are cut, over and over. */
  private static final int[] ODD_SIZES = {1, 2, 3, 5, 8, 13, 4_001};

  private static final ObjectWriter ASCII =
      Json.mapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private GeminiFrames() {}

  static String event(String json) {
    return "data: " + json + "\r\n\r\n";
  }

  /** The text cut into events; a character of two halves may be cut between them. */
  static String of(String text) {
    StringBuilder frames = new StringBuilder();
    int from = 0;
    for (int i = 0; from < text.length(); i++) {
      int to = Math.min(text.length(), from + size(i));
      frames.append(event(chunk(Map.of("text", text.substring(from, to)))));
      from = to;
    }
    return frames.toString();
  }

  /** The bytes cut into pieces, in the middle of characters and line ends too. */
  static List<byte[]> pieces(byte[] bytes) {
    List<byte[]> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 0; from < bytes.length; i++) {
      int to = Math.min(bytes.length, from + size(i));
      pieces.add(Arrays.copyOfRange(bytes, from, to));
      from = to;
    }
    return pieces;
  }

  private static int size(int piece) {
    return ODD_SIZES[piece % ODD_SIZES.length];
  }

  static String thought(String text) {
    return event(chunk(Map.of("text", text, "thought", true)));
  }

  static String last(String finishReason) {
    Map<String, Object> candidate = Map.of("finishReason", finishReason, "index", 0);
    return event(write(List.of(candidate), usage(9, 3)));
  }

  static String blocked(String reason) {
    return event(
        write(
            Map.of(
                "promptFeedback", Map.of("blockReason", reason),
                "usageMetadata", usage(0, 0),
                "modelVersion", "stand-in")));
  }

  private static String chunk(Map<String, Object> part) {
    Map<String, Object> content = Map.of("role", "model", "parts", List.of(part));
    return write(List.of(Map.of("content", content, "index", 0)), usage(0, 0));
  }

  private static String write(List<?> candidates, Map<String, Integer> usage) {
    return write(
        Map.of("candidates", candidates, "usageMetadata", usage, "modelVersion", "stand-in"));
  }

  private static Map<String, Integer> usage(int candidates, int thoughts) {
    Map<String, Integer> usage = new LinkedHashMap<>();
    usage.put("promptTokenCount", 42);
    if (candidates > 0) {
      usage.put("candidatesTokenCount", candidates);
      usage.put("thoughtsTokenCount", thoughts);
    }
    usage.put("totalTokenCount", 42 + candidates + thoughts);
    return usage;
  }

  /** Halves of characters can only be written as escapes; all else is left as it is. */
  private static String write(Object value) {
    String plain = Json.write(value);
    boolean whole = plain.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    if (whole) {
      return plain;
    }
    try {
      return ASCII.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
