package notjarvis.executor.search;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long, how often and how much a search service is asked.
 *
 * @param connect for the connection alone
 * @param request for one request as a whole
 * @param bodyBytes the largest answer that is read
 * @param tries how often a request is sent at most
 * @param firstPause before the second try; it doubles with each further one
 * @param longestPause that a service may ask for; for a longer one it is not waited
 * @param retryWindow after the beginning, within which a further try may begin
 * @param failures in a row, within a minute, that open the breaker
 * @param rest for which an open breaker leaves the service alone
 */
record CallLimits(
    Duration connect,
    Duration request,
    int bodyBytes,
    int tries,
    Duration firstPause,
    Duration longestPause,
    Duration retryWindow,
    int failures,
    Duration rest) {
  static final CallLimits STANDARD =
      new CallLimits(
          Duration.ofSeconds(3),
          Duration.ofSeconds(8),
          2 * 1024 * 1024,
          3,
          Duration.ofMillis(200),
          Duration.ofSeconds(5),
          Duration.ofSeconds(6),
          3,
          Duration.ofSeconds(30));

  /**
   * How long to wait before the next try, or nothing when there is to be none.
   *
   * @param tried how often the request was sent
   * @param since how long ago the first try began
   */
  Optional<Duration> pauseBeforeNext(Reply reply, int tried, Duration since) {
    if (!reply.mayBeBetterNextTime() || tried >= tries || since.compareTo(retryWindow) > 0) {
      return Optional.empty();
    }
    Duration pause = reply.askedPause().orElseGet(() -> ownPause(tried));
    return pause.compareTo(longestPause) > 0 ? Optional.empty() : Optional.of(pause);
  }

  /** Half of it is chance, so that many who failed together do not come back together. */
  private Duration ownPause(int tried) {
    long whole = firstPause.toMillis() << (tried - 1);
    return Duration.ofMillis(whole / 2 + ThreadLocalRandom.current().nextLong(whole / 2 + 1));
  }
}
