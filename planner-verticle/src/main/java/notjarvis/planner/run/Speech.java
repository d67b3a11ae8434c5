package notjarvis.planner.run;

import notjarvis.bus.Bus;
import notjarvis.planner.brain.Words;
import notjarvis.run.RunEvent;
import notjarvis.run.Runs;

/** The message of one step on its way to whoever follows the run. */
final class Speech implements Words {
  private final Bus bus;
  private final Round round;
  private final StringBuilder message = new StringBuilder();
  private boolean startsAnew;

  Speech(Bus bus, Round round) {
    this.bus = bus;
    this.round = round;
  }

  @Override
  public void append(String text) {
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

  /**
   * Makes whoever followed the words see what was decided on, should the words have been others.
   */
  void settle(String decided) {
    boolean heard = message.length() > 0;
    if (heard && !decided.contentEquals(message)) {
      message.setLength(0);
      publish(0, decided);
      message.append(decided);
    }
    startsAnew = false;
  }

  private void publish(int offset, String text) {
    bus.publish(Runs.EVENTS, new RunEvent.Words(round.runId(), round.stepId(), offset, text));
  }
}
