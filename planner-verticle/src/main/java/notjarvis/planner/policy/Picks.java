package notjarvis.planner.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which of the numbered results are meant: "the second one", "number 2", "the top three".
 *
 * @param numbers from 1
 * @param last whether the last one is meant
 * @param described whether the words tell what to search for as well
 */
record Picks(Set<Integer> numbers, boolean last, boolean described) {
  private static final List<String> ORDINALS =
      List.of(
          "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
          "tenth");
  private static final List<String> CARDINALS =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
  private static final int MOST = 100;
  private static final Map<String, Integer> VALUES = values();

  private static final String ORDINAL =
      "(" + String.join("|", ORDINALS) + "|top|[0-9]+(?:st|nd|rd|th))";
  private static final String CARDINAL = "([0-9]+|" + String.join("|", CARDINALS) + ")";
  private static final String HASH = "#([0-9]+)";
  private static final String LABEL =
      "(?:number|no|nr|num|(?:search )?results?|links?|option|item|hit|match|choice|#)"
          + "(?: (?:number|no|nr|#))?";
  private static final String RESULT =
      "(?:(?:search )?(?:results?|hits?|match|links?|options?|items?|choice)|ones?)";
  private static final String PLACE =
      "(?:" + RESULT + "|page|site|website|webpage|homepage|web page|home page)";
  private static final String TAIL =
      "(?: (?:please|again|too|also|now|instead|there|for me|as well|then|first"
          + "|(?:from|of|in|on) (?:the|that|those|these|your|this|them)"
          + "(?: (?:list|results?|search|search results|ones|browser))?))*";

  private static final Pattern ONE =
      Pattern.compile(
          "(?:the )?(?:%s(?: %s)?|%s (?:%s|%s|%s)|%s|%s)%s"
              .formatted(ORDINAL, PLACE, LABEL, CARDINAL, ORDINAL, HASH, HASH, CARDINAL, TAIL));

  /** "the second result for MIT", "the second MIT result". */
  private static final Pattern DESCRIBED =
      Pattern.compile(
          "(?:the )?%s(?: %s (?:for|of|about|on|from) .+|(?: \\S+){1,3} %s%s)"
              .formatted(ORDINAL, RESULT, RESULT, TAIL));

  private static final Pattern LAST =
      Pattern.compile("(?:the )?(?:very )?last(?: " + RESULT + ")?" + TAIL);

  private static final Pattern SEVERAL =
      Pattern.compile("(?:the )?(?:first|top) %s(?: %s)?%s".formatted(CARDINAL, PLACE, TAIL));

  /** In the middle of a sentence only what can mean nothing else. */
  private static final Pattern WITHIN =
      Pattern.compile(
          "\\b%s %s\\b|\\b(?:result|link|option) (?:number )?%s\\b|(?<!\\S)%s\\b"
              .formatted(ORDINAL, RESULT, CARDINAL, HASH));

  Picks {
    numbers = Set.copyOf(numbers);
  }

  /** What these words pick, if picking is all that they do. */
  static Optional<Picks> of(List<String> words) {
    String said = String.join(" ", words);
    if (LAST.matcher(said).matches()) {
      return Optional.of(new Picks(Set.of(), true, false));
    }
    Matcher several = SEVERAL.matcher(said);
    if (several.matches()) {
      return Optional.of(upTo(value(several.toMatchResult())));
    }
    return one(ONE.matcher(said), false).or(() -> one(DESCRIBED.matcher(said), true));
  }

  private static Optional<Picks> one(Matcher said, boolean described) {
    return said.matches()
        ? Optional.of(new Picks(Set.of(value(said.toMatchResult())), false, described))
        : Optional.empty();
  }

  /** What is picked somewhere in these words. */
  static Optional<Picks> in(List<String> words) {
    Set<Integer> numbers =
        WITHIN
            .matcher(String.join(" ", words))
            .results()
            .map(Picks::value)
            .collect(Collectors.toUnmodifiableSet());
    return numbers.isEmpty() ? Optional.empty() : Optional.of(new Picks(numbers, false, false));
  }

  private static Picks upTo(int number) {
    Set<Integer> numbers =
        IntStream.rangeClosed(1, Math.min(number, MOST)).boxed().collect(Collectors.toSet());
    return new Picks(numbers, false, false);
  }

  private static int value(MatchResult match) {
    String word =
        IntStream.rangeClosed(1, match.groupCount())
            .mapToObj(match::group)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow();
    Integer named = VALUES.get(word);
    return named == null ? digits(word.replaceAll("[^0-9]", "")) : named;
  }

  /** A number that no result can have stays one that none has. */
  private static int digits(String digits) {
    return digits.length() < 4 ? Integer.parseInt(digits) : Integer.MAX_VALUE;
  }

  private static Map<String, Integer> values() {
    Map<String, Integer> values = new HashMap<>(Map.of("top", 1));
    for (int at = 0; at < ORDINALS.size(); at++) {
      values.put(ORDINALS.get(at), at + 1);
      values.put(CARDINALS.get(at), at + 1);
    }
    return values;
  }
}
