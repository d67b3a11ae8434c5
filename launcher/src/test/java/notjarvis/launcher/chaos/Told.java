package notjarvis.launcher.chaos;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One goal, and all that its customer was told of it. */
final class Told {
  final String goal;
  final String thread;
  final List<String> addresses;
  final String key = UUID.randomUUID().toString();

  /** The ids of events, in the order in which they came, over all connections. */
  final List<String> ids = new ArrayList<>();

  /** The runs that the server named. */
  final Set<String> runs = new LinkedHashSet<>();

  final List<String> faults = new ArrayList<>();
  String last = "";
  boolean accepted;
  boolean ended;
  int connections;

  Told(String goal, String thread, List<String> addresses) {
    this.goal = goal;
    this.thread = thread;
    this.addresses = addresses;
  }
}
