package notjarvis.planner.gemini;

import java.time.Duration;

/**
 * How long a service that is unwell is borne with, inside the deadline of the decision.
 *
 * @param attempts how often one answer is asked for, the first time included
 * @param firstByte how long one attempt may take until its answer begins
 * @param idle how long an answer that has begun may pause
 * @param firstDelay the longest wait before the second attempt; it doubles with each more
 * @param longestDelay no wait is longer, unless the service itself asks for it
 * @param failures as many answers in vain, all attempts made, and the service is left alone
 * @param rest for how long it is left alone
 */
record ServiceLimits(
    int attempts,
    Duration firstByte,
    Duration idle,
    Duration firstDelay,
    Duration longestDelay,
    int failures,
    Duration rest) {
  static final ServiceLimits USUAL =
      new ServiceLimits(
          4,
          Duration.ofSeconds(15),
          Duration.ofSeconds(10),
          Duration.ofMillis(500),
          Duration.ofSeconds(8),
          3,
          Duration.ofSeconds(20));
}
