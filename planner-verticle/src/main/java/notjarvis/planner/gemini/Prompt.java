package notjarvis.planner.gemini;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import notjarvis.action.ActionSpec;
import notjarvis.planner.brain.Situation;
import notjarvis.planner.gemini.GenerateRequest.Content;
import notjarvis.planner.gemini.GenerateRequest.GenerationConfig;
import notjarvis.planner.gemini.GenerateRequest.Part;
import notjarvis.planner.gemini.GenerateRequest.ThinkingConfig;

/**
 * What the model is asked. The part that never changes comes first, since providers keep such
 * beginnings; what changes with every step comes last.
 */
final class Prompt {
  private static final String SYSTEM = "/prompts/system.txt";
  private static final int MOST_TOKENS = 8_192;

  private final Content system = new Content(null, List.of(new Part(system())));
  private final ThinkingConfig thinking;

  Prompt(String model) {
    thinking = ThinkingConfig.leastOf(model);
  }

  /** What to ask in this situation. */
  Question about(Situation situation) {
    List<ActionSpec> offered = situation.stepsLeft() > 0 ? situation.catalogue() : List.of();
    GenerationConfig config =
        new GenerationConfig(MOST_TOKENS, "application/json", DecisionSchema.of(offered), thinking);
    return new Question(system, config, situation, new DecisionReader(offered));
  }

  private static String system() {
    try (InputStream resource = Prompt.class.getResourceAsStream(SYSTEM)) {
      byte[] text = Objects.requireNonNull(resource, SYSTEM).readAllBytes();
      return new String(text, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
