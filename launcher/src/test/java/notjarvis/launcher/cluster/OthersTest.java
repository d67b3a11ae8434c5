package notjarvis.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.spi.cluster.RegistrationInfo;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import notjarvis.launcher.cluster.Statement.Handler;
import org.junit.jupiter.api.Test;

class OthersTest {
  private static final Object CONNECTION = "connection";

  private final Others others = new Others(Duration.ofSeconds(5));

  @Test
  void whatChangedIsTold() {
    assertThat(others.hear(said("a", 1, "x", "y"), CONNECTION, 0)).containsExactly("x", "y");
    assertThat(others.hear(said("a", 1, "x", "y"), CONNECTION, 0)).isEmpty();
    assertThat(others.hear(said("a", 2, "y", "z"), CONNECTION, 0)).containsExactly("x", "y", "z");

    assertThat(others.at("x")).isEmpty();
    assertThat(others.at("z")).containsExactly(new RegistrationInfo("a", 1, false));
  }

  @Test
  void whatWasSaidBeforeCountsNoMore() {
    others.hear(said("a", 2, "y"), CONNECTION, 0);

    assertThat(others.hear(said("a", 1, "x"), CONNECTION, 0)).isEmpty();

    assertThat(others.at("y")).hasSize(1);
  }

  @Test
  void whoIsSilentForTooLongIsNoted() {
    others.hear(said("a", 1), CONNECTION, 0);
    others.hear(said("b", 1), CONNECTION, seconds(3));

    assertThat(others.silent(seconds(5))).containsExactly("a");
  }

  @Test
  void whoSleptExcusesTheSilenceOfTheOthers() {
    others.hear(said("a", 1), CONNECTION, 0);

    others.excuse(seconds(30));

    assertThat(others.silent(seconds(34))).isEmpty();
    assertThat(others.silent(seconds(35))).containsExactly("a");
  }

  @Test
  void theEndOfAConnectionIsNotTheEndOfWhoSpeaksOverANewerOne() {
    others.hear(said("a", 1), "old", 0);
    others.hear(said("a", 1), "new", 0);

    assertThat(others.speakingOver("old")).isEmpty();
    assertThat(others.speakingOver("new")).contains("a");
  }

  @Test
  void whoIsForgottenListensToNothing() {
    others.hear(said("a", 1, "x"), CONNECTION, 0);

    assertThat(others.forget("a")).isPresent();

    assertThat(others.forget("a")).isEmpty();
    assertThat(others.at("x")).isEmpty();
    assertThat(others.info("a")).isEmpty();
  }

  @Test
  void whoseBusIsNotOpenYetCannotBeReached() {
    Statement early =
        new Statement(
            "a", "127.0.0.1:1", new Work(List.of(), false), null, 1, handlers("x"), List.of());

    others.hear(early, CONNECTION, 0);

    assertThat(others.at("x")).isEmpty();
    assertThat(others.info("a")).isEmpty();
    assertThat(others.knows("a")).isTrue();
  }

  private static Statement said(String node, long version, String... addresses) {
    Statement.Bus bus = new Statement.Bus("127.0.0.1", 2);
    Work work = new Work(List.of("planner"), false);
    return new Statement(node, "127.0.0.1:1", work, bus, version, handlers(addresses), List.of());
  }

  private static List<Handler> handlers(String... addresses) {
    return Stream.of(addresses).map(address -> new Handler(address, 1)).toList();
  }

  private static long seconds(int seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }
}
