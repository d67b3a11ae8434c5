package notjarvis.planner.run;

import notjarvis.bus.Bus;
import notjarvis.planner.brain.Words;
import notjarvis.run.LiveWords;
import notjarvis.run.Runs;

/** The message of one step on its way to whoever follows the run. */
final class Speech implements Words {
  private final Bus bus;
  private final Round round;
  private final StringBuilder message = new StringBuilder();
  private boolean startsAnew;
  private boolean hushed;

  Speech(Bus bus, Round round) {
    this.bus = bus;
    this.round = round;
  }

  /** The message of this round: the one that was begun for its step before, begun anew. */
  static Speech of(Bus bus, Round round) {
    Speech before = round.aside().speech();
    if (before == null || !before.round.stepId().equals(round.stepId())) {
      return new Speech(bus, round);
    }
    Speech anew = new Speech(bus, round);
    anew.message.append(before.message);
    anew.restart();
    return anew;
  }

  @Override
  public void append(String text) {
    if (hushed) {
      return;
    }
    if (startsAnew) {
      message.setLength(0);
      startsAnew = false;
    }
    publish(message.length(), text);
    message.append(text);
  }

  @Override
  public void restart() {
    startsAnew = message.length() > 0;
  }

  /** Takes no more of the words of a decision that is not heeded. */
  void hush() {
    hushed = true;
  }

  /** What whoever follows has heard of it so far. */
  String heard() {
    return message.toString();
  }

  /**
   * Makes whoever followed the words see what was decided on, should the words have been others, or
   * not all of them.
   */
  void settle(String decided) {
    boolean followed = message.length() > 0;
    if (followed && !decided.contentEquals(message)) {
      int kept = decided.startsWith(heard()) ? message.length() : 0;
      publish(kept, decided.substring(kept));
      message.setLength(0);
      message.append(decided);
    }
    startsAnew = false;
  }

  private void publish(int offset, String text) {
    bus.publish(Runs.WORDS, new LiveWords(round.runId(), round.stepId(), offset, text));
  }
}
