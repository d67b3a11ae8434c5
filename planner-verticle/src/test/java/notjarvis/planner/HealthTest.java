package notjarvis.planner;

import static notjarvis.planner.Workshop.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.UUID;
import notjarvis.action.Observation;
import notjarvis.run.CheckPlanner;
import notjarvis.run.PlannerHealth;
import notjarvis.run.Runs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a planner says of itself. */
class HealthTest {
  private final Workshop workshop = new Workshop();

  @AfterEach
  void close() {
    workshop.close();
  }

  private PlannerHealth health() {
    return done(workshop.bus.ask(Runs.HEALTH, new CheckPlanner()));
  }

  @Test
  void aPlannerIsReadyAndTellsHowManyActionsItsExecutorsOffer() {
    // Given
    workshop.deployed();
    // When
    workshop.executor.announce();
    // Then
    await()
        .untilAsserted(
            () -> assertThat(health()).isEqualTo(new PlannerHealth(true, "Actions on offer: 5.")));
  }

  @Test
  void aPlannerThatStopsIsNotReady() {
    // Given
    Promise<Observation> slow = Promise.promise();
    workshop.executor.does(action -> slow.future());
    workshop.brain.act("search", Workshop.query("cats")).finish("Found.");
    workshop.deployed();
    UUID runId = workshop.start("search cats");
    await().until(() -> !workshop.executor.asked().isEmpty());
    // When
    Future<Void> stopped = workshop.undeploy();
    // Then
    await()
        .untilAsserted(
            () ->
                assertThat(health())
                    .isEqualTo(new PlannerHealth(false, "Not-Jarvis is stopping.")));
    slow.complete(Observation.done("Cats."));
    done(stopped);
    assertThat(workshop.ended(runId).answer()).isEqualTo("Found.");
  }
}
