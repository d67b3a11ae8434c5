package notjarvis.planner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import notjarvis.action.ActionSpec;
import notjarvis.action.ExecutorAnnounced;
import notjarvis.action.Executors;
import notjarvis.bus.Bus;
import notjarvis.planner.Catalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExecutorDirectoryTest {
  private final Vertx vertx = Vertx.vertx();
  private final Bus bus = Bus.open(vertx);
  private final FakeTime time = new FakeTime();
  private final ExecutorDirectory directory =
      new ExecutorDirectory(bus, time.time(), Pace.ForExecutors.REAL);

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void open() {
    directory.open("planner-1").toCompletionStage().toCompletableFuture().join();
  }

  private void announce(String instance, ActionSpec... actions) {
    bus.publish(Executors.ANNOUNCED, new ExecutorAnnounced(instance, "host", List.of(actions)));
    await().until(() -> List.of(actions).stream().allMatch(directory.catalogue()::contains));
  }

  @Test
  void itAsksExecutorsToAnnounceThemselves() {
    // Given
    AtomicReference<String> asked = new AtomicReference<>("");
    bus.listen(Executors.ROLL_CALL, call -> asked.set(call.planner()));
    // When
    open();
    // Then
    await().until(() -> "planner-1".equals(asked.get()));
  }

  @Test
  void theCatalogueIsWhatAllExecutorsOfferTogether() {
    // Given
    open();
    // When
    announce("b", Catalogue.OPEN_WEBSITE);
    announce("a", Catalogue.SEARCH);
    // Then
    assertThat(directory.catalogue()).containsExactly(Catalogue.SEARCH, Catalogue.OPEN_WEBSITE);
    assertThat(directory.executorOf("open_website")).contains("b");
    assertThat(directory.executorOf("search")).contains("a");
    assertThat(directory.executorOf("open")).isEmpty();
  }

  @Test
  void ofTwoThatOfferTheSameTheFirstByNameIsChosen() {
    // Given
    open();
    // When
    announce("b", Catalogue.SEARCH);
    announce("a", Catalogue.OPEN_APP, Catalogue.SEARCH);
    // Then
    assertThat(directory.executorOf("search")).contains("a");
    assertThat(directory.catalogue()).containsExactly(Catalogue.OPEN_APP, Catalogue.SEARCH);
  }

  @Test
  void anExecutorThatIsNotHeardOfForFiveSecondsIsForgotten() {
    // Given
    open();
    announce("a", Catalogue.SEARCH);
    // When
    time.passes(4_999);
    assertThat(directory.executorOf("search")).contains("a");
    time.passes(1);
    // Then
    assertThat(directory.executorOf("search")).isEmpty();
    assertThat(directory.catalogue()).isEmpty();
  }
}
