package notjarvis.launcher.cluster;

import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.spi.cluster.NodeInfo;
import io.vertx.core.spi.cluster.RegistrationInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of the other members: what each said last. Read by any thread, written by one. */
final class Others {
  private final Duration silence;
  private final Map<String, Other> known = new ConcurrentHashMap<>();

  /**
   * A member that was heard.
   *
   * @param source the connection over which it speaks
   * @param at when it was heard last, as {@link System#nanoTime} counts
   */
  private record Other(Statement said, Object source, long at) {}

  /**
   * Nobody is known yet.
   *
   * @param silence how long a member may be silent
   */
  Others(Duration silence) {
    this.silence = silence;
  }

  /** Takes note of what a member says; tells which addresses are listened to in another way. */
  Set<String> hear(Statement said, Object source, long now) {
    Other before = known.get(said.node());
    if (before != null && before.said().version() > said.version()) {
      return Set.of();
    }
    known.put(said.node(), new Other(said, source, now));
    boolean same = before != null && before.said().handlers().equals(said.handlers());
    return same ? Set.of() : addresses(before, said);
  }

  private static Set<String> addresses(@Nullable Other before, Statement said) {
    Set<String> addresses = new TreeSet<>();
    said.handlers().forEach(handler -> addresses.add(handler.address()));
    if (before != null) {
      before.said().handlers().forEach(handler -> addresses.add(handler.address()));
    }
    return addresses;
  }

  boolean knows(String node) {
    return known.containsKey(node);
  }

  /** Forgets a member; tells what it has said last. */
  Optional<Statement> forget(String node) {
    return Optional.ofNullable(known.remove(node)).map(Other::said);
  }

  /** Who speaks over that connection, and over no newer one. */
  Optional<String> speakingOver(Object source) {
    return known.values().stream()
        .filter(other -> other.source() == source)
        .map(other -> other.said().node())
        .findAny();
  }

  /** Who was silent for too long. */
  List<String> silent(long now) {
    return known.values().stream()
        .filter(other -> now - other.at() >= silence.toNanos())
        .map(other -> other.said().node())
        .toList();
  }

  /** Holds nobody's silence against them: it was this process that did not listen. */
  void excuse(long now) {
    known.replaceAll((node, other) -> new Other(other.said(), other.source(), now));
  }

  List<Statement> all() {
    return known.values().stream().map(Other::said).toList();
  }

  /** In these words Vert.x tells whoever asked that node, who would wait in vain else. */
  static ReplyException gone(String node) {
    return new ReplyException(ReplyFailure.NO_HANDLERS, node + " is not in the cluster");
  }

  /** Where a member's event bus is found. */
  Optional<NodeInfo> info(String node) {
    return Optional.ofNullable(known.get(node))
        .map(other -> other.said().bus())
        .map(bus -> new NodeInfo(bus.host(), bus.port(), null));
  }

  /** Who listens to an address. */
  Stream<RegistrationInfo> at(String address) {
    return known.values().stream()
        .map(Other::said)
        .filter(said -> said.bus() != null)
        .flatMap(
            said ->
                said.handlers().stream()
                    .filter(handler -> handler.address().equals(address))
                    .map(handler -> new RegistrationInfo(said.node(), handler.seq(), false)));
  }
}
