package notjarvis.launcher.chaos;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A named point in the work of a role: right before or after a message leaves or arrives.
 *
 * @param channel the address of the message, without the instance that it may end with
 * @param times how often it is passed, this time included
 */
record Boundary(String channel, Side side, int times) {
  private static final int MOST_TIMES = 6;

  /** Where each role may fall: around every append, dispatch, effect and reply. */
  private static final Map<String, List<String>> OF_ROLE =
      Map.of(
          "gateway",
          List.of("run.start ASKING", "run.start ANSWERED", "history.run ANSWERED"),
          "planner",
          List.of(
              "run.start ASKED",
              "run.start ANSWERING",
              "journal.accept ASKING",
              "journal.accept ANSWERED",
              "journal.claim ANSWERED",
              "journal.append ASKING",
              "journal.append ANSWERED",
              "executor.execute ASKING",
              "executor.execute ANSWERED",
              "planner.permission ASKED",
              "planner.permission ANSWERING"),
          "executor",
          List.of(
              "executor.execute ASKED",
              "planner.permission ASKING",
              "planner.permission ANSWERED",
              "executor.execute ANSWERING"),
          "persistence",
          List.of(
              "journal.accept ASKED",
              "journal.accept ANSWERING",
              "journal.append ASKED",
              "journal.append ANSWERING",
              "journal.claim ANSWERING",
              "journal.committed ASKING"));

  /** Where a message is: about to leave, arrived, answered, back. */
  enum Side {
    ASKING,
    ASKED,
    ANSWERING,
    ANSWERED
  }

  static Boundary of(String text) {
    String[] parts = text.split(" ", 3);
    return new Boundary(parts[0], Side.valueOf(parts[1]), Integer.parseInt(parts[2]));
  }

  static Boundary random(String role, Random random) {
    List<String> all = OF_ROLE.getOrDefault(role, List.of());
    String at = all.get(random.nextInt(all.size()));
    return of(at + " " + (1 + random.nextInt(MOST_TIMES)));
  }

  boolean isAt(Side passed, String address) {
    return side == passed && (address.equals(channel) || address.startsWith(channel + "."));
  }

  /** Its name, however often it is passed. */
  String name() {
    return channel + " " + side;
  }

  @Override
  public String toString() {
    return name() + " " + times;
  }
}
