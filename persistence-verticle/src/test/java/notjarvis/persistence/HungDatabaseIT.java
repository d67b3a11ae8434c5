package notjarvis.persistence;

import static notjarvis.persistence.Samples.PLANNER;
import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.goal;
import static notjarvis.persistence.Samples.health;
import static notjarvis.persistence.Samples.planned;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Append;
import notjarvis.journal.Appended;
import notjarvis.journal.Beat;
import notjarvis.journal.Beats;
import notjarvis.journal.Health;
import notjarvis.journal.Journal;
import notjarvis.journal.Lease;
import notjarvis.run.RunStatus;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that is there and does not answer. */
class HungDatabaseIT {
  private final StoppableServer server = StoppableServer.start();
  private final JournalClient journal = JournalClient.on(server.url());
  private final Lease lease = begun(journal, THREAD, "hello").lease();

  @AfterEach
  void close() throws IOException {
    journal.close();
    server.close();
  }

  @Test
  void whoeverAsksIsToldSoBeforeItsPatienceEndsAndAllGoesOnWhenItAnswersAgain() throws IOException {
    // Given
    server.stop();

    // When
    Append step = new Append(lease, List.of(planned(1)), RunStatus.RUNNING, null);
    List<Future<Failure>> appends =
        IntStream.range(0, 20)
            .mapToObj(n -> failureOf(journal.asking(Journal.APPEND, step)))
            .toList();
    Future<Failure> goal =
        failureOf(journal.asking(Journal.ACCEPT, goal(ThreadKey.local("other"), "hi")));
    Future<Failure> beat = failureOf(journal.asking(Journal.BEAT, new Beat(PLANNER)));
    Health health = health(journal);

    // Then
    assertThat(health.ready()).isFalse();
    assertThat(health.detail()).contains("does not answer");
    assertAway(JournalClient.await(beat));
    assertAway(JournalClient.await(goal));
    JournalClient.all(appends.stream()).forEach(HungDatabaseIT::assertAway);

    // When
    server.goOn();

    // Then
    Appended appended = journal.ask(Journal.APPEND, step);
    assertThat(appended.checkpointIds()).containsExactly(2L);
    assertThat(journal.ask(Journal.BEAT, new Beat(PLANNER)).own())
        .contains(new Beats.Held(lease, 0));
    assertThat(health(journal).ready()).isTrue();
    assertThat(begun(journal, ThreadKey.local("third"), "hello").tail()).hasSize(1);
  }

  /** What has no answer at all fails as TIMEOUT: nobody may be left to that. */
  private static void assertAway(Failure failure) {
    assertThat(failure.code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(failure).hasMessageContaining("does not answer");
  }

  private static Future<Failure> failureOf(Future<?> future) {
    return future.transform(answer -> Future.succeededFuture((Failure) answer.cause()));
  }
}
