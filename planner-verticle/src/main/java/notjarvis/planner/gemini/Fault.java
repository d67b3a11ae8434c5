package notjarvis.planner.gemini;

/** What is wrong with an answer, in words for the model. It never leaves the reader. */
final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Fault(String why) {
    super(why, null, false, false);
  }

  static void unless(boolean sound, String why) {
    if (!sound) {
      throw new Fault(why);
    }
  }
}
