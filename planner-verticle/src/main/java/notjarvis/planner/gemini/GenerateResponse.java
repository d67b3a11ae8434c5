package notjarvis.planner.gemini;

import java.util.List;
import java.util.stream.Stream;
import notjarvis.journal.Usage;
import org.jspecify.annotations.Nullable;

/** One piece of a streamed answer, as the service names its fields; anything may be missing. */
record GenerateResponse(
    @Nullable List<Candidate> candidates,
    @Nullable PromptFeedback promptFeedback,
    @Nullable UsageMetadata usageMetadata,
    @Nullable ModelStatus modelStatus) {

  record Candidate(@Nullable Content content, @Nullable String finishReason) {
    /** The texts that are the answer, without what the model only thought. */
    Stream<String> texts() {
      List<Part> parts = content == null ? null : content.parts();
      return parts == null ? Stream.empty() : parts.stream().flatMap(Part::answer);
    }
  }

  record Content(@Nullable List<Part> parts) {
    Content {
      parts = parts == null ? null : List.copyOf(parts);
    }
  }

  record Part(@Nullable String text, @Nullable Boolean thought) {
    Stream<String> answer() {
      return Boolean.TRUE.equals(thought) ? Stream.empty() : Stream.ofNullable(text);
    }
  }

  record PromptFeedback(@Nullable String blockReason) {}

  /** Counts of tokens; an absent one is zero. */
  record UsageMetadata(
      @Nullable Integer promptTokenCount,
      @Nullable Integer candidatesTokenCount,
      @Nullable Integer thoughtsTokenCount) {
    Usage usage() {
      int written = count(candidatesTokenCount) + count(thoughtsTokenCount);
      return new Usage(count(promptTokenCount), written, 1);
    }

    private static int count(@Nullable Integer tokens) {
      return tokens == null ? 0 : tokens;
    }
  }

  /** How much longer the model will be there. */
  record ModelStatus(
      @Nullable String modelStage, @Nullable String retirementTime, @Nullable String message) {}

  GenerateResponse {
    candidates = candidates == null ? null : List.copyOf(candidates);
  }

  /** The only candidate that is asked for. */
  @Nullable Candidate candidate() {
    return candidates == null || candidates.isEmpty() ? null : candidates.get(0);
  }
}
