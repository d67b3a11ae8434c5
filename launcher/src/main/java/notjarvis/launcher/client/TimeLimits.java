package notjarvis.launcher.client;

import java.time.Duration;

/**
 * How long a server may take.
 *
 * @param connect until it takes the connection
 * @param head until it says whether it takes a goal; longer than it asks its planner, twice
 * @param silence during which nothing comes of a stream; it shows every 15 s that it lives
 * @param small for the whole of an answer that is no stream
 */
record TimeLimits(Duration connect, Duration head, Duration silence, Duration small) {
  static final TimeLimits DEFAULT =
      new TimeLimits(
          Duration.ofSeconds(5),
          Duration.ofSeconds(40),
          Duration.ofSeconds(45),
          Duration.ofSeconds(5));
}
