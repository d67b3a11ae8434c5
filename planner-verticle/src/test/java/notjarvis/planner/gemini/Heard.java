package notjarvis.planner.gemini;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import notjarvis.planner.brain.Words;

/** Listens to the words of a decision. */
final class Heard implements Words {
  private final List<String> pieces = new CopyOnWriteArrayList<>();
  private final List<String> dropped = new CopyOnWriteArrayList<>();

  @Override
  public void append(String text) {
    pieces.add(text);
  }

  @Override
  public void restart() {
    dropped.add(text());
    pieces.clear();
  }

  /** What counts. */
  String text() {
    return String.join("", pieces);
  }

  /** What was said and then begun anew, oldest first. */
  List<String> dropped() {
    return dropped;
  }

  List<String> pieces() {
    return pieces;
  }
}
