package notjarvis.gateway.sse;

import java.time.Duration;

/**
 * What keeps connections from using up the server.
 *
 * @param heartbeat how often a stream shows that it is alive
 * @param silence how long a connection is kept on which nothing gets through, and how long a
 *     request may take to arrive; longer than a heartbeat, so that it ends no stream that is read
 * @param streams how many may be open at a time
 */
public record StreamLimits(Duration heartbeat, Duration silence, int streams) {
  public static final StreamLimits DEFAULT =
      new StreamLimits(Duration.ofSeconds(15), Duration.ofSeconds(40), 1_000);
}
