package notjarvis.launcher.terminal;

/** Where text for the person goes. What it is given is shown as it is: clean it first. */
public interface Screen {

  /** Shows text on lines of its own. */
  void show(Style style, String text);

  /** Says that something is under way, until the next text or {@link #rest()}. */
  void busy(String label);

  /** Nothing is under way any more. */
  void rest();

  /** How text is meant. */
  enum Style {
    PLAIN,
    STEP,
    NOTICE,
    TROUBLE
  }
}
