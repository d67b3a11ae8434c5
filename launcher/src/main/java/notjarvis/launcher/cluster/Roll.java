package notjarvis.launcher.cluster;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Which of the other members have been heard of late. */
final class Roll {
  private final LongSupplier nanos;
  private final long silence;
  private final Map<String, Heard> members = new HashMap<>();

  private record Heard(@Nullable Pulse last, long at) {}

  /**
   * A roll of nobody yet.
   *
   * @param nanos a clock that only goes forward
   * @param silence how long a member may be silent, also from when it became one
   */
  Roll(LongSupplier nanos, Duration silence) {
    this.nanos = nanos;
    this.silence = silence.toNanos();
  }

  /** Takes note of who is a member; tells who is none any more. */
  List<String> present(Collection<String> nodes) {
    List<String> gone = members.keySet().stream().filter(node -> !nodes.contains(node)).toList();
    gone.forEach(members::remove);
    nodes.forEach(node -> members.putIfAbsent(node, new Heard(null, nanos.getAsLong())));
    return gone;
  }

  /** Takes note of a pulse; tells whether it is the first of its member. */
  boolean hear(Pulse pulse) {
    Heard before = members.put(pulse.node(), new Heard(pulse, nanos.getAsLong()));
    return before == null || before.last() == null;
  }

  /** Believes none of the members any more, until it is heard again. */
  void doubtAll() {
    long longAgo = nanos.getAsLong() - silence;
    members.replaceAll((node, heard) -> new Heard(heard.last(), longAgo));
  }

  /** The members that were silent for too long. */
  List<String> unheard() {
    long now = nanos.getAsLong();
    return members.entrySet().stream()
        .filter(each -> now - each.getValue().at() >= silence)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** Whether every member has been heard at least once. */
  boolean knowsAll() {
    return members.values().stream().noneMatch(heard -> heard.last() == null);
  }

  /** The last words of each member that has been heard. */
  List<Pulse> pulses() {
    return members.values().stream().map(Heard::last).filter(Objects::nonNull).toList();
  }
}
