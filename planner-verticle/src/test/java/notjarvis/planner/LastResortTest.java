package notjarvis.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import notjarvis.config.Secret;
import notjarvis.config.Settings;
import notjarvis.config.Settings.Intents;
import notjarvis.planner.brain.Brain;
import notjarvis.run.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the person is told to set when nobody understood them, and which brains are asked. */
final class LastResortTest {
  private static final Optional<Settings.Gemini> KEY =
      Optional.of(
          new Settings.Gemini(
              new Secret("key"),
              "a-model",
              URI.create("http://127.0.0.1:1"),
              Duration.ofMillis(1)));

  private final Workshop workshop = new Workshop();

  @AfterEach
  void close() {
    workshop.close();
  }

  @ParameterizedTest
  @CsvSource({
    "FIRST, false, set GEMINI_API_KEY.",
    "ONLY, false, 'set GEMINI_API_KEY, and leave out JARVIS_INTENTS=only.'",
    "ONLY, true, 'JARVIS_INTENTS=only keeps it out, so leave that out.'",
  })
  void itSaysWhatToSet(Intents intents, boolean key, String remedy) {
    workshop.deployed(new LastResort(settings(intents, key)));

    RunEvent.RunEnded ended = workshop.run("write a sonnet");

    assertThat(ended.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(ended.answer())
        .isEqualTo(
            "I did not understand that. Say \"help\" to see what I understand by myself."
                + " With a language model I understand anything: "
                + remedy);
  }

  @ParameterizedTest
  @CsvSource({
    "FIRST, true, 'intents, a-model, nobody'",
    "FIRST, false, 'intents, nobody'",
    "ONLY, true, 'intents, nobody'",
    "OFF, true, 'a-model, nobody'",
  })
  void itIsAskedWhenAllOthersKnewNothing(Intents intents, boolean key, String order) {
    Vertx vertx = workshop.vertx;

    List<Brain> brains = Brains.of(vertx, settings(intents, key));

    assertThat(brains).extracting(Brain::name).containsExactly(order.split(", "));
  }

  private static Settings.Planner settings(Intents intents, boolean key) {
    return new Settings.Planner(
        intents,
        10,
        key ? KEY : Optional.empty(),
        Settings.Actions.BY_WORDS,
        Workshop.APPROVAL_WAIT);
  }
}
