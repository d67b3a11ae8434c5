package notjarvis.planner.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import notjarvis.bus.Bus;
import notjarvis.bus.Registration;
import notjarvis.journal.Beats;
import notjarvis.journal.Beats.OwnedRun;
import notjarvis.journal.Lease;
import notjarvis.run.CheckPlanner;
import notjarvis.run.PlannerHealth;
import notjarvis.run.Runs;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class NeighboursTest {
  private static final Lease LEASE =
      new Lease(UUID.randomUUID(), ThreadKey.local("t"), "neighbour", 1);
  private static final Beats BEATS =
      new Beats(List.of(new OwnedRun(LEASE, 1)), List.of(), List.of());

  private final BlockingQueue<Lease> orphans = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> knocks = new LinkedBlockingQueue<>();
  private Bus bus;
  private Neighbours neighbours;

  @BeforeEach
  void open(Vertx vertx) {
    bus = Bus.open(vertx);
    neighbours = new Neighbours(bus);
  }

  private Registration answering(Future<PlannerHealth> health) throws Exception {
    Registration answering =
        bus.answer(
            Runs.HEALTH.of("neighbour"),
            question -> {
              knocks.add("knock");
              return health;
            });
    await(answering.completion());
    return answering;
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
  }

  private void look() {
    neighbours.look(BEATS, orphans::add);
  }

  /** Whoever asks now is answered after the look before. */
  private void afterTheLook() throws Exception {
    await(bus.ask(Runs.HEALTH.of("neighbour"), new CheckPlanner()).otherwiseEmpty());
  }

  @Test
  void theRunsOfAPlannerThatWasThereAndIsGoneAreOrphansAtTheNextLook() throws Exception {
    Registration answering = answering(Future.succeededFuture(new PlannerHealth(true, "")));
    look();
    afterTheLook();
    assertThat(orphans).isEmpty();

    await(answering.close());
    look();

    assertThat(orphans.poll(5, TimeUnit.SECONDS)).isEqualTo(LEASE);
  }

  @Test
  void aPlannerThatWasNeverHeardIsNotJudged() throws Exception {
    look();
    afterTheLook();
    look();
    afterTheLook();

    assertThat(orphans).isEmpty();
  }

  @Test
  void aPlannerThatIsThereAndTooBusyIsNotGone() throws Exception {
    Registration well = answering(Future.succeededFuture(new PlannerHealth(true, "")));
    look();
    afterTheLook();
    await(well.close());
    Promise<PlannerHealth> never = Promise.promise();
    answering(never.future());

    look();
    afterTheLook();

    assertThat(knocks).hasSize(4);
    assertThat(orphans).isEmpty();
  }
}
