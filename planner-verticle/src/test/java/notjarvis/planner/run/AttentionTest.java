package notjarvis.planner.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Claim;
import notjarvis.journal.Entry;
import notjarvis.journal.Lease;
import notjarvis.journal.Metadata;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttentionTest {
  private static final UUID RUN = UUID.randomUUID();

  private final Attention attention = new Attention();

  @BeforeEach
  void begin() {
    attention.begin(RUN);
  }

  /** The run after so many things were said to it. */
  private static Round knowing(int controls) {
    Stream<Entry> said =
        IntStream.range(0, controls).mapToObj(nth -> new Entry.Steered("more " + nth));
    List<Entry> entries = Stream.concat(Stream.of(new Entry.GoalGiven("hi")), said).toList();
    List<Checkpoint> tail =
        IntStream.range(0, entries.size())
            .mapToObj(n -> new Checkpoint(n + 1L, null, RUN, entries.get(n), at()))
            .toList();
    Lease lease = new Lease(RUN, ThreadKey.local("default"), "planner-1", 1);
    return Round.of(new Claim(lease, "hi", tail));
  }

  private static Metadata at() {
    return Metadata.at(Instant.EPOCH);
  }

  @Test
  void aCountOfMoreThanTheRoundKnowsIsNews() {
    Future<Void> news = attention.newsFor(knowing(1));
    attention.count(RUN, 2);
    assertThat(news.isComplete()).isTrue();
    assertThat(attention.hasNewsFor(knowing(1))).isTrue();
  }

  @Test
  void aCountOfWhatTheRoundKnowsIsNone() {
    Future<Void> news = attention.newsFor(knowing(1));
    attention.count(RUN, 1);
    assertThat(news.isComplete()).isFalse();
    assertThat(attention.hasNewsFor(knowing(1))).isFalse();
    attention.count(RUN, 2);
    assertThat(news.isComplete()).isTrue();
  }

  @Test
  void aCountThatComesLateTakesNothingBack() {
    attention.count(RUN, 2);
    attention.count(RUN, 1);
    assertThat(attention.hasNewsFor(knowing(1))).isTrue();
  }

  @Test
  void aRunThatIsNotWorkedOnHereHasNoNews() {
    attention.end(RUN);
    attention.count(RUN, 2);
    assertThat(attention.hasNewsFor(knowing(0))).isFalse();
    assertThat(attention.newsFor(knowing(0)).isComplete()).isFalse();
  }
}
