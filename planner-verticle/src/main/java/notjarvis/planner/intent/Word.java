package notjarvis.planner.intent;

/**
 * One word of what the person wrote.
 *
 * @param key how it is compared: lower case, no apostrophes, no punctuation around it
 * @param from where it begins in the text, with the punctuation around it
 * @param to where it ends, with the punctuation around it
 * @param start where it begins, without the punctuation
 * @param end where it ends, without the punctuation
 * @param after the pause that its punctuation makes
 * @param quoted whether it stands in quotation marks
 */
record Word(String key, int from, int to, int start, int end, Pause after, boolean quoted) {

  /** What the punctuation behind a word says. */
  enum Pause {
    NONE,
    /** A comma, a colon or a dash. */
    SOFT,
    /** The sentence is over. */
    FIRM
  }

  Word pausing(Pause pause) {
    return new Word(key, from, to, start, end, pause, quoted);
  }

  Word quoted(Pause pause) {
    return new Word(key, from, to, start, end, pause, true);
  }
}
