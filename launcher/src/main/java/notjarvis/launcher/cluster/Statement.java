package notjarvis.launcher.cluster;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a member says of itself, whole each time.
 *
 * @param node its name, another one after each start
 * @param at where it is found
 * @param work what it does
 * @param bus where its event bus is found; null while that is being opened
 * @param version rises with each change; heard by the answer {@link Heard}
 * @param handlers what it listens to
 * @param knows where other members are found that it hears
 */
record Statement(
    String node,
    String at,
    Work work,
    @Nullable Bus bus,
    long version,
    List<Handler> handlers,
    List<String> knows) {
  Statement {
    handlers = List.copyOf(handlers);
    knows = List.copyOf(knows);
  }

  /** Where an event bus is found. */
  record Bus(String host, int port) {}

  /** One that is registered at an address of the event bus. */
  record Handler(String address, long seq) {
    static final Comparator<Handler> ORDER =
        Comparator.comparing(Handler::address).thenComparingLong(Handler::seq);
  }

  /** The answer: this node has heard it up to this version. */
  record Heard(String node, long version) {}
}
