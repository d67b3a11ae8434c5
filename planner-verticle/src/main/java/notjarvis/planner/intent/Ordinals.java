package notjarvis.planner.intent;

import java.util.List;
import java.util.Optional;

/** Reads the number of a result: "2", "#2", "2nd", "two", "second". */
final class Ordinals {
  private static final List<String> ORDINALS =
      List.of(
          "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
          "tenth");
  private static final List<String> CARDINALS =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  private Ordinals() {}

  static boolean isOrdinal(Sentence number) {
    return ORDINALS.contains(number.keys()) || number.keys().matches("[1-9][0-9]?(st|nd|rd|th)");
  }

  static Optional<Integer> read(Sentence number) {
    if (number.size() != 1) {
      return Optional.empty();
    }
    String key = number.key(0);
    int named = Math.max(ORDINALS.indexOf(key), CARDINALS.indexOf(key)) + 1;
    return named > 0 ? Optional.of(named) : digits(key);
  }

  private static Optional<Integer> digits(String key) {
    return key.matches("#?[1-9][0-9]?(st|nd|rd|th)?")
        ? Optional.of(Integer.valueOf(key.replaceAll("[^0-9]", "")))
        : Optional.empty();
  }
}
