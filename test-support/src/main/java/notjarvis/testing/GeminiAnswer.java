package notjarvis.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import notjarvis.json.Json;
import org.jspecify.annotations.Nullable;

/** One scripted answer of the {@link GeminiStandIn}, with all that can go wrong on the way. */
public final class GeminiAnswer {
  static final String EVENT_STREAM = "text/event-stream";
  private static final String JSON = "application/json; charset=UTF-8";

  /** How the answer ends. */
  enum Ending {
    WHOLE,
    /** The connection breaks before the answer is over. */
    BROKEN,
    /** Nothing more comes, and the connection stays. */
    HANGING
  }

  private final int status;
  private final String contentType;
  private final String body;
  private final Ending ending;

  private GeminiAnswer(int status, String contentType, String body, Ending ending) {
    this.status = status;
    this.contentType = contentType;
    this.body = body;
    this.ending = ending;
  }

  /** The model chooses an action. */
  public static GeminiAnswer deciding(String message, String action, Map<String, ?> arguments) {
    Map<String, Object> chosen = new LinkedHashMap<>();
    chosen.put("name", action);
    if (!arguments.isEmpty()) {
      chosen.put("arguments", arguments);
    }
    return saying(decision(message, false, chosen));
  }

  /** The model says that the goal is reached; this is the answer. */
  public static GeminiAnswer finishing(String message) {
    return saying(decision(message, true, null));
  }

  private static String decision(String message, boolean complete, @Nullable Object action) {
    return "{\"message\":%s,\"is_complete\":%s,\"action\":%s}"
        .formatted(Json.write(message), complete, action == null ? "null" : Json.write(action));
  }

  /** The model writes this text, whatever it is. */
  public static GeminiAnswer saying(String text) {
    return stopping(text, "STOP");
  }

  /** The model writes this text, which may be empty, and stops for this reason. */
  public static GeminiAnswer stopping(String text, String finishReason) {
    return stream(GeminiFrames.of(text) + GeminiFrames.last(finishReason), Ending.WHOLE);
  }

  /** The model thinks aloud before it writes this text. */
  public static GeminiAnswer thinkingAloud(String thought, String text) {
    String frames =
        GeminiFrames.thought(thought) + GeminiFrames.of(text) + GeminiFrames.last("STOP");
    return stream(frames, Ending.WHOLE);
  }

  /** A candidate that has a finish reason and no content at all. */
  public static GeminiAnswer withoutContent(String finishReason) {
    return stream(GeminiFrames.last(finishReason), Ending.WHOLE);
  }

  /** The prompt is refused: HTTP 200 without any candidate. */
  public static GeminiAnswer blocked(String reason) {
    return stream(GeminiFrames.blocked(reason), Ending.WHOLE);
  }

  /** The text begins, and the connection breaks in the middle of an event. */
  public static GeminiAnswer breakingAfter(String text) {
    return stream(GeminiFrames.of(text) + "data: {\"candidates\":[", Ending.BROKEN);
  }

  /**
   * The text begins, and the stream ends in good order without the empty line of its last event.
   */
  public static GeminiAnswer endingEarlyAfter(String text) {
    return stream(
        (GeminiFrames.of(text) + GeminiFrames.last("STOP")).stripTrailing(), Ending.WHOLE);
  }

  /** The text begins, and then nothing more comes. */
  public static GeminiAnswer hangingAfter(String text) {
    return stream(GeminiFrames.of(text), Ending.HANGING);
  }

  /** Not even the head of an answer comes. */
  public static GeminiAnswer silence() {
    return new GeminiAnswer(0, "", "", Ending.HANGING);
  }

  /** The text begins, and then comes an event that is an error. */
  public static GeminiAnswer failingAfter(String text, int code, String status) {
    String error = GeminiError.of(code, status, "Something failed on the way.").json();
    return stream(GeminiFrames.of(text) + GeminiFrames.event(error), Ending.WHOLE);
  }

  /** The text begins, and then comes an error as a bare JSON object that is no event. */
  public static GeminiAnswer failingBareAfter(String text, int code, String status) {
    String error = GeminiError.of(code, status, "Something failed on the way.").pretty();
    return stream(GeminiFrames.of(text) + error, Ending.WHOLE);
  }

  /** HTTP 400: the key is not one. */
  public static GeminiAnswer invalidKey() {
    return error(GeminiError.invalidKey());
  }

  /** HTTP 403: the key may not use the service. */
  public static GeminiAnswer forbidden() {
    return error(GeminiError.of(403, "PERMISSION_DENIED", "Requests to this API are blocked."));
  }

  /** HTTP 404: there is no such model, or no more. */
  public static GeminiAnswer unknownModel() {
    return error(
        GeminiError.of(404, "NOT_FOUND", "This model is no longer available to new users."));
  }

  /** HTTP 429 with details: which quota, and when to come again. */
  public static GeminiAnswer overQuota(String quotaId, Duration retryDelay) {
    return error(GeminiError.overQuota(quotaId, retryDelay));
  }

  /** HTTP 429 without any details. */
  public static GeminiAnswer tooManyRequests() {
    return error(GeminiError.of(429, "RESOURCE_EXHAUSTED", "Resource has been exhausted."));
  }

  /** HTTP 500. */
  public static GeminiAnswer internalError() {
    return error(GeminiError.of(500, "INTERNAL", "An internal error has occurred."));
  }

  /** HTTP 503. */
  public static GeminiAnswer unavailable() {
    return error(GeminiError.of(503, "UNAVAILABLE", "The model is overloaded."));
  }

  /** Any other error, with the service's kind of body. */
  public static GeminiAnswer error(int code, String status, String message) {
    return error(GeminiError.of(code, status, message));
  }

  static GeminiAnswer error(GeminiError error) {
    return answering(error.code(), JSON, error.pretty());
  }

  /** An answer as no Gemini would give it. */
  public static GeminiAnswer answering(int status, String contentType, String body) {
    return new GeminiAnswer(status, contentType, body, Ending.WHOLE);
  }

  /** The same error as an array of one, which the service does too. */
  public GeminiAnswer inAnArray() {
    return new GeminiAnswer(status, contentType, "[" + body + "]", ending);
  }

  private static GeminiAnswer stream(String frames, Ending ending) {
    return new GeminiAnswer(200, EVENT_STREAM, frames, ending);
  }

  int status() {
    return status;
  }

  String contentType() {
    return contentType;
  }

  Ending ending() {
    return ending;
  }

  /** The body in pieces of odd sizes, so that characters and line ends are split. */
  List<byte[]> pieces() {
    return GeminiFrames.pieces(body.getBytes(StandardCharsets.UTF_8));
  }
}
