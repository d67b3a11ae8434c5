package notjarvis.planner.brain;

/** Takes a message for the person while it is being written. */
public interface Words {
  /** Drops what it is told. */
  Words UNHEARD =
      new Words() {
        @Override
        public void append(String text) {}

        @Override
        public void restart() {}
      };

  /** The message goes on with this. */
  void append(String text);

  /** The message begins anew: what was appended so far does not count. */
  void restart();
}
