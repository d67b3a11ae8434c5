package notjarvis.planner.gemini;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import notjarvis.journal.Usage;
import notjarvis.json.Json;
import notjarvis.planner.gemini.GenerateResponse.Candidate;
import notjarvis.planner.gemini.GenerateResponse.ModelStatus;
import notjarvis.sse.ServerSentEvent;
import notjarvis.sse.SseParser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts an answer together from the bytes of its stream and hands its text on as it grows. */
final class AnswerStream {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerStream.class);
  private static final int LONGEST = 256 * 1024;

  private final List<ServerSentEvent> arrived = new ArrayList<>();
  private final SseParser events = new SseParser(arrived::add);
  private final BareJson bare = new BareJson();
  private final StringBuilder text = new StringBuilder();
  private final Consumer<String> heard;
  private Usage usage = new Usage(0, 0, 1);
  private @Nullable String finishReason;

  /** Hands each piece of text to the listener. */
  AnswerStream(Consumer<String> heard) {
    this.heard = heard;
  }

  /**
   * Takes the next bytes.
   *
   * @throws GeminiFailure when the stream says that there will be no answer
   */
  void feed(byte[] bytes) {
    bare.feed(bytes);
    eventsIn(bytes).forEach(this::take);
    bare.text().ifPresent(AnswerStream::failOnError);
  }

  private List<ServerSentEvent> eventsIn(byte[] bytes) {
    try {
      events.feed(bytes);
    } catch (IllegalStateException e) {
      throw new GeminiFailure(Trouble.TOO_LONG, String.valueOf(e.getMessage()));
    }
    List<ServerSentEvent> complete = List.copyOf(arrived);
    arrived.clear();
    return complete;
  }

  /**
   * The whole answer, now that the stream is over.
   *
   * @throws GeminiFailure when it is not whole, or empty
   */
  Answer end() {
    if (finishReason == null || events.isMidEvent()) {
      throw new GeminiFailure(Trouble.BROKE_OFF, "the stream ended before the answer did");
    }
    boolean cutShort = finishReason.equals("MAX_TOKENS");
    if (text.isEmpty()) {
      Trouble trouble = cutShort ? Trouble.OUT_OF_ROOM : Trouble.EMPTY;
      throw new GeminiFailure(trouble, "no text, finish reason " + finishReason);
    }
    return new Answer(text.toString(), cutShort);
  }

  /** What it has cost so far, as far as the stream has told. */
  Usage usage() {
    return usage;
  }

  private void take(ServerSentEvent event) {
    failOnError(event.data());
    GenerateResponse piece = read(event.data());
    if (piece.usageMetadata() != null) {
      usage = piece.usageMetadata().usage();
    }
    if (piece.modelStatus() != null) {
      log(piece.modelStatus());
    }
    if (piece.promptFeedback() != null && piece.promptFeedback().blockReason() != null) {
      String reason = piece.promptFeedback().blockReason();
      throw new GeminiFailure(Trouble.BLOCKED, "the prompt was blocked: " + reason);
    }
    Optional.ofNullable(piece.candidate()).ifPresent(this::take);
  }

  private static GenerateResponse read(String data) {
    try {
      return Json.read(data, GenerateResponse.class);
    } catch (IllegalArgumentException e) {
      throw new GeminiFailure(Trouble.NOT_GEMINI, "an event is not an answer: " + data);
    }
  }

  private void take(Candidate candidate) {
    candidate.texts().forEach(this::append);
    if (candidate.finishReason() != null) {
      finishReason = candidate.finishReason();
      finished(finishReason);
    }
  }

  private void append(String piece) {
    if (text.length() + piece.length() > LONGEST) {
      throw new GeminiFailure(Trouble.TOO_LONG, "the text grew past " + LONGEST + " characters");
    }
    text.append(piece);
    heard.accept(piece);
  }

  private static void finished(String reason) {
    switch (reason) {
      case "STOP", "MAX_TOKENS" -> {
        // the text up to here is the answer, or as much of it as there was room for
      }
      case "SAFETY", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "LANGUAGE" ->
          throw new GeminiFailure(Trouble.BLOCKED, "finish reason " + reason);
      case "RECITATION" -> throw new GeminiFailure(Trouble.RECITED, "finish reason " + reason);
      default -> throw new GeminiFailure(Trouble.EMPTY, "finish reason " + reason);
    }
  }

  private static void log(ModelStatus status) {
    LOG.warn("the service says of this model: {}", Json.write(status));
  }

  private static void failOnError(String json) {
    Optional<GeminiFailure> failure = ErrorBody.ofStream(json);
    if (failure.isPresent()) {
      throw failure.get();
    }
  }
}
