package notjarvis.planner.resource;

import java.util.Map;
import java.util.stream.Collectors;

/** Puts right the slips that people make in the words of a command. */
public final class Spelling {
  private static final Map<String, String> SLIPS =
      Lines.of("/intents/spelling.txt").stream()
          .map(line -> line.split("\\s*=\\s*", 2))
          .collect(Collectors.toUnmodifiableMap(sides -> sides[0], sides -> sides[1]));

  private Spelling() {}

  /** The word that was meant; the word itself when it is no known slip. */
  public static String corrected(String word) {
    return SLIPS.getOrDefault(word, word);
  }
}
