package notjarvis.gateway.sse;

import java.time.Duration;

/**
 * What keeps connections from using up the server.
 *
 * @param heartbeat how often a stream shows that it is alive
 * @param silence how long a connection is kept on which nothing gets through to the client; longer
 *     than a heartbeat, so that it ends no stream that is read
 * @param streams how many may be open at a time
 * @param pendingBytes how much may wait for one reader before the stream is closed
 */
public record StreamLimits(Duration heartbeat, Duration silence, int streams, int pendingBytes) {
  public static final StreamLimits DEFAULT =
      new StreamLimits(Duration.ofSeconds(15), Duration.ofSeconds(40), 1_000, 1 << 20);
}
