package notjarvis.planner.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a request, as the service names its fields. */
record GenerateRequest(
    Content systemInstruction, List<Content> contents, GenerationConfig generationConfig) {
  GenerateRequest {
    contents = List.copyOf(contents);
  }

  /** What one side says; the system instruction has no role. */
  record Content(@Nullable String role, List<Part> parts) {
    Content {
      parts = List.copyOf(parts);
    }
  }

  record Part(String text) {}

  /**
   * What the answer has to be like. Temperature and its kin are not sent: newer models refuse them
   * or have marked them for removal.
   */
  record GenerationConfig(
      int maxOutputTokens,
      String responseMimeType,
      JsonNode responseJsonSchema,
      ThinkingConfig thinkingConfig) {}

  /** How much the model thinks first: the older family takes a budget, the newer ones a level. */
  record ThinkingConfig(@Nullable Integer thinkingBudget, @Nullable String thinkingLevel) {
    private static final int LEAST_OF_PRO = 128;

    /** As little as the model allows: a decision is small, and the person waits for it. */
    static ThinkingConfig leastOf(String model) {
      if (model.startsWith("gemini-2.")) {
        return new ThinkingConfig(model.contains("pro") ? LEAST_OF_PRO : 0, null);
      }
      // not every newer model has MINIMAL, all have LOW
      return new ThinkingConfig(null, model.contains("flash-lite") ? "MINIMAL" : "LOW");
    }
  }
}
