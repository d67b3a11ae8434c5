package notjarvis.planner;

import io.vertx.core.Future;
import java.util.Optional;
import notjarvis.config.Settings;
import notjarvis.config.Settings.Intents;
import notjarvis.planner.brain.Brain;
import notjarvis.planner.brain.Decision;
import notjarvis.planner.brain.Situation;
import notjarvis.planner.brain.Thought;
import notjarvis.planner.brain.Words;
import notjarvis.run.Outcome;

/** Answers when nobody else knew what to do, and says what to set for that to change. */
final class LastResort implements Brain {
  private static final String NAME = "nobody";
  private static final String SORRY =
      "I did not understand that. Say \"help\" to see what I understand by myself."
          + " With a language model I understand anything: ";

  private final String answer;

  LastResort(Settings.Planner settings) {
    answer = SORRY + remedy(settings.intents() == Intents.ONLY, settings.gemini().isPresent());
  }

  private static String remedy(boolean intentsOnly, boolean key) {
    if (!intentsOnly) {
      return "set GEMINI_API_KEY.";
    }
    return key
        ? "JARVIS_INTENTS=only keeps it out, so leave that out."
        : "set GEMINI_API_KEY, and leave out JARVIS_INTENTS=only.";
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Future<Optional<Thought>> decide(Situation situation, Words words, Future<Void> unwanted) {
    Decision decision = new Decision.Finish(Outcome.FAILED, answer);
    return Future.succeededFuture(Optional.of(Thought.free(decision, NAME)));
  }
}
