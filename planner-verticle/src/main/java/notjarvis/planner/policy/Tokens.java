package notjarvis.planner.policy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import notjarvis.planner.resource.Spelling;

/** How a text falls into words. A token is a word with the punctuation around it. */
final class Tokens {
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern OUTER = Pattern.compile("^[\"'“”‘(<\\[{]+|[\"'“”‘)>\\]}.,;:!?…]+$");
  private static final Pattern CLAUSE_END = Pattern.compile(".*[.,;:!?…][\"'”)\\]}]*");
  private static final Pattern SENTENCE_END = Pattern.compile(".*[^.…][.;!?][\"'”)\\]}]*");
  private static final Pattern ABBREVIATION = Pattern.compile("(?i)(\\p{L}\\.)+|(etc|vs|mr|dr)\\.");

  private Tokens() {}

  static List<String> split(String text) {
    return SPACES.splitAsStream(text.strip()).filter(token -> !token.isEmpty()).toList();
  }

  static List<String> all(List<String> tokens) {
    return tokens.stream().map(Tokens::word).toList();
  }

  /** The word of a token as it is compared. */
  static String word(String token) {
    String word = bare(token).toLowerCase(Locale.ROOT);
    return Spelling.corrected(word.endsWith("'s") ? word.substring(0, word.length() - 2) : word);
  }

  static String bare(String token) {
    return OUTER.matcher(token).replaceAll("");
  }

  static boolean endsClause(String token) {
    return CLAUSE_END.matcher(token).matches();
  }

  static boolean endsSentence(String token) {
    return SENTENCE_END.matcher(token).matches() && !ABBREVIATION.matcher(token).matches();
  }
}
