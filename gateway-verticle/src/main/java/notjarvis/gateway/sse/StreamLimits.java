package notjarvis.gateway.sse;

import java.time.Duration;

/**
 * What keeps streams from using up the server.
 *
 * @param heartbeat how often a stream that has nothing to tell shows that it is alive
 * @param streams how many may be open at a time
 * @param pendingBytes how much may wait for one reader before its stream is closed
 */
public record StreamLimits(Duration heartbeat, int streams, int pendingBytes) {
  public static final StreamLimits DEFAULT =
      new StreamLimits(Duration.ofSeconds(15), 1_000, 1 << 20);
}
