package notjarvis.launcher.home;

import java.net.URI;

/**
 * A process that runs all roles.
 *
 * @param pid its process id
 * @param port where it listens on loopback
 * @param id made anew at each start; the server repeats it, so that a stale record is noticed
 */
public record Instance(long pid, int port, String id) {
  /** Where it is reached. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }
}
