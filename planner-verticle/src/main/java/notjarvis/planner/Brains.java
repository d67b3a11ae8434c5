package notjarvis.planner;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.stream.Stream;
import notjarvis.config.Settings;
import notjarvis.planner.brain.Brain;
import notjarvis.planner.gemini.GeminiBrain;
import notjarvis.planner.intent.LocalIntents;

/** Which brains are asked, and in which order; the one place that names them. */
final class Brains {
  private Brains() {}

  static List<Brain> of(Vertx vertx, Settings.Planner settings) {
    List<Brain> intents = List.of(new LocalIntents());
    List<Brain> model =
        settings.gemini().<Brain>map(gemini -> new GeminiBrain(vertx, gemini)).stream().toList();
    return switch (settings.intents()) {
      case FIRST -> Stream.concat(intents.stream(), model.stream()).toList();
      case OFF -> model;
      case ONLY -> intents;
    };
  }
}
