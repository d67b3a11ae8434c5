package notjarvis.planner;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.stream.Stream;
import notjarvis.config.Settings;
import notjarvis.config.Settings.Intents;
import notjarvis.planner.brain.Brain;
import notjarvis.planner.gemini.GeminiBrain;
import notjarvis.planner.intent.LocalIntents;

/** Which brains are asked, and in which order; the one place that names them. */
final class Brains {
  private Brains() {}

  static List<Brain> of(Vertx vertx, Settings.Planner settings) {
    List<Brain> intents =
        settings.intents() == Intents.OFF ? List.of() : List.of(new LocalIntents());
    List<Brain> model =
        settings.intents() == Intents.ONLY
            ? List.of()
            : settings.gemini().map(gemini -> model(vertx, gemini)).stream().toList();
    return Stream.of(intents, model, List.<Brain>of(new LastResort(settings)))
        .flatMap(List::stream)
        .toList();
  }

  private static Brain model(Vertx vertx, Settings.Gemini gemini) {
    return new GeminiBrain(vertx, gemini);
  }
}
