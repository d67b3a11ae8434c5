package notjarvis.executor.desktop;

import java.util.Locale;

/** How near what was said comes to the name of an application. */
final class Likeness {
  private static final int MOST_SLIPS = 2;
  private static final int SHORTEST_WORD = 3;

  private Likeness() {}

  /** Whether the application may have been meant: a slip of the finger, or a word of its name. */
  static boolean isNear(String said, App app) {
    return app.names().anyMatch(name -> isSlip(said, name))
        || App.wordsOf(said)
            .filter(word -> word.length() >= SHORTEST_WORD)
            .anyMatch(word -> app.words().anyMatch(own -> own.contains(word) || isSlip(word, own)));
  }

  private static boolean isSlip(String said, String name) {
    return distance(said, name) <= Math.min(MOST_SLIPS, said.length() / SHORTEST_WORD);
  }

  /** How many letters have to be added, taken away or changed (Levenshtein). */
  static int distance(String one, String other) {
    String from = one.toLowerCase(Locale.ROOT);
    String to = other.toLowerCase(Locale.ROOT);
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
