package notjarvis.executor.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import notjarvis.action.Observation;
import notjarvis.testing.SearchReply;
import notjarvis.testing.SearchStandIn;
import notjarvis.testing.SearchTrouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

final class ResilienceTest {
  private static final SearchTrouble[] THREE_FAULTS = {
    SearchTrouble.SERVER_ERROR, SearchTrouble.SERVER_ERROR, SearchTrouble.SERVER_ERROR
  };

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void aPassingFaultIsTriedAgain(int status) {
    try (Searching searching = Searching.withSearXng()) {
      SearchReply fault = SearchReply.html(status, "");
      searching.standIn.next(fault, fault);

      assertThat(searching.observe("MIT").succeeded()).isTrue();
      assertThat(searching.standIn.requests()).hasSize(3);
    }
  }

  @Test
  void afterThreeTriesItGivesUpInWords() {
    try (Searching searching = Searching.withSearXng()) {
      searching.standIn.next(THREE_FAULTS);

      Observation observation = searching.observe("MIT");

      assertThat(observation.succeeded()).isFalse();
      assertThat(observation.text()).isEqualTo("SearXNG is out of order (HTTP 500).");
      assertThat(searching.standIn.requests()).hasSize(3);
    }
  }

  @Test
  void anAskedPauseIsKept() {
    try (Searching searching = Searching.withSearXng()) {
      searching.standIn.next(SearchReply.html(429, "").with("retry-after", "1"));

      long begun = System.nanoTime();
      assertThat(searching.observe("MIT").succeeded()).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }
  }

  @Test
  void forALongPauseItIsNotWaited() {
    try (Searching searching = Searching.withSearXng()) {
      searching.standIn.next(SearchReply.html(503, "").with("retry-after", "60"));

      assertThat(searching.observe("MIT").succeeded()).isFalse();
      assertThat(searching.standIn.requests()).hasSize(1);
    }
  }

  @Test
  void aCutAnswerIsTriedAgain() {
    try (Searching searching = Searching.withSearXng()) {
      searching.standIn.next(SearchTrouble.CUT_BODY);

      assertThat(searching.observe("MIT").succeeded()).isTrue();
      assertThat(searching.standIn.requests()).hasSize(2);
    }
  }

  @Test
  void aServiceThatHangsIsLeftAfterTheTimeLimitAndItsConnectionClosed() {
    try (Searching searching = Searching.withSearXng(Searching.IMPATIENT)) {
      searching.standIn.next(SearchTrouble.HANG);

      assertThat(searching.observe("MIT").text()).startsWith("SearXNG did not answer within");
      assertThat(searching.standIn.requests()).hasSize(1);
      await().untilAsserted(() -> assertThat(searching.standIn.abandoned()).isEqualTo(1));
    }
  }

  @Test
  void anEndlessAnswerIsNotReadOn() {
    try (Searching searching = Searching.withSearXng(Searching.IMPATIENT)) {
      searching.standIn.next(SearchTrouble.ENDLESS_BODY);

      assertThat(searching.observe("MIT").text())
          .isEqualTo("SearXNG answered with more than I am willing to read.");
      await().untilAsserted(() -> assertThat(searching.standIn.abandoned()).isEqualTo(1));
      assertThat(searching.observe("MIT").succeeded()).isTrue();
    }
  }

  @Test
  void aPageInPlaceOfJsonIsNotUnderstood() {
    try (Searching searching = Searching.withSearXng()) {
      searching.standIn.next(SearchTrouble.HTML_INSTEAD_OF_JSON);

      assertThat(searching.observe("MIT").text()).contains("in a form that I do not know");
    }
  }

  @Test
  void redirectsAreNotFollowed() {
    try (Searching searching = Searching.withSerpApi()) {
      searching.standIn.next(SearchTrouble.REDIRECT);

      assertThat(searching.observe("MIT").text())
          .isEqualTo("SerpApi refused the search (HTTP 302).");
      assertThat(searching.standIn.requests()).hasSize(1);
    }
  }

  @Test
  void withoutANetworkItSaysWhatItCannotReach() throws IOException {
    String address = "http://127.0.0.1:" + freePort();
    try (Searching searching = Searching.with(Map.of("SEARXNG_URL", address))) {
      Observation observation = searching.observe("MIT");

      assertThat(observation.succeeded()).isFalse();
      assertThat(observation.text())
          .isEqualTo("I cannot reach the search service (SearXNG at " + address + ").");
    }
  }

  @Test
  void aNameThatDoesNotResolveIsNotReachedEither() {
    try (Searching searching = Searching.with(Map.of("SEARXNG_URL", "http://searxng.invalid"))) {
      assertThat(searching.observe("MIT").text())
          .isEqualTo("I cannot reach the search service (SearXNG at http://searxng.invalid).");
    }
  }

  @Test
  void aServiceThatKeepsFailingIsLeftAloneAndTriedAgainAfterItsRest() {
    try (Searching searching = Searching.withSearXng()) {
      for (int failure = 0; failure < 3; failure++) {
        searching.standIn.next(THREE_FAULTS);
        searching.observe("MIT");
      }
      int asked = searching.standIn.requests().size();

      assertThat(searching.observe("MIT").text())
          .isEqualTo("SearXNG failed several times in a row, so I leave it alone for a while.");
      assertThat(searching.standIn.requests()).hasSize(asked);
      await().until(() -> searching.observe("MIT").succeeded());
    }
  }

  @Test
  void whatTheServiceRefusesDoesNotOpenItsBreaker() {
    try (Searching searching = Searching.withSearXng()) {
      for (int refusal = 0; refusal < 5; refusal++) {
        searching.standIn.next(SearchTrouble.JSON_NOT_ENABLED);
        searching.observe("MIT");
      }

      assertThat(searching.observe("MIT").succeeded()).isTrue();
    }
  }

  @Test
  void anOpenBreakerOfOneServiceDoesNotStandInTheWayOfTheNext() {
    Map<String, String> two =
        Map.of(
            "SERPAPI_API_KEY", SearchStandIn.KEY,
            "SERPAPI_BASE_URL", "http://127.0.0.1:1",
            "SEARXNG_URL", "STAND-IN");
    try (Searching searching = Searching.with(two)) {
      for (int search = 0; search < 5; search++) {
        assertThat(searching.observe("MIT").succeeded()).isTrue();
      }
    }
  }

  @Test
  void theKeyIsInNoLogWhateverGoesWrong() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root.addAppender(log);
    root.setLevel(Level.DEBUG);
    try (Searching searching = Searching.withSerpApi(Searching.IMPATIENT)) {
      searching.standIn.next(SearchTrouble.HANG, SearchTrouble.ENDLESS_BODY);
      searching.standIn.next(
          SearchReply.json(400, "{\"error\":\"bad key " + SearchStandIn.KEY + "\"}"));
      searching.standIn.next(THREE_FAULTS);

      List<Observation> observations =
          List.of(
              searching.observe("MIT"),
              searching.observe("MIT"),
              searching.observe("MIT"),
              searching.observe("MIT"));

      assertThat(observations)
          .allSatisfy(it -> assertThat(it.toString()).doesNotContain(SearchStandIn.KEY));
      assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).isNotEmpty();
    } finally {
      root.setLevel(before);
      root.detachAppender(log);
    }
    assertThat(List.copyOf(log.list))
        .allSatisfy(event -> assertThat(told(event)).doesNotContain(SearchStandIn.KEY));
  }

  private static String told(ILoggingEvent event) {
    String trace =
        event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy());
    return event.getFormattedMessage() + trace;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
