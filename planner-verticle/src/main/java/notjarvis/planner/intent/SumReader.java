package notjarvis.planner.intent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import notjarvis.planner.resource.Lines;

/**
 * Turns a sum as people write or say it into a formula of digits, operators, brackets and two
 * functions. Whatever else stands in it makes it no sum.
 */
final class SumReader {
  private static final int LONGEST = 200;
  private static final int LONGEST_PHRASE = 4;
  private static final int LARGEST_FACTORIAL = 170;
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<number>\\d{1,3}(?:,\\d{3})++(?:\\.\\d+)?|\\d++(?:\\.\\d+)?|\\.\\d+)"
              + "|(?<word>[a-z]++)|(?<sign>\\*\\*|[-+*/^%()])|(?<space>\\s++)");
  private static final Pattern NUMBER = Pattern.compile("[0-9.]{1,40}");
  private static final List<String> UNITS =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  private final Map<String, String> phrases = new HashMap<>();

  SumReader() {
    for (String line : Lines.of("/intents/arithmetic.txt")) {
      String[] sides = line.split("\\s*=\\s*", 2);
      phrases.put(sides[0], sides[1]);
    }
  }

  /** The formula; empty when the text is no sum. */
  Optional<String> formula(String text) {
    String plain =
        text.toLowerCase(Locale.ROOT)
            .replace('\u00d7', '*')
            .replace('\u00f7', '/')
            .replace('\u2212', '-');
    return plain.length() > LONGEST
        ? Optional.empty()
        : tokens(plain).flatMap(this::symbols).flatMap(SumReader::written);
  }

  private static Optional<List<String>> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.region(at, text.length()).lookingAt()) {
        return Optional.empty();
      }
      if (matcher.group("space") == null) {
        tokens.add(matcher.group().replace(",", ""));
      }
      at = matcher.end();
    }
    return Optional.of(tokens);
  }

  private Optional<List<String>> symbols(List<String> tokens) {
    List<String> symbols = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      int words = longestPhrase(tokens, at);
      int numerals = numerals(tokens, at);
      if (words > 0) {
        symbols.addAll(symbolsOf(String.join(" ", tokens.subList(at, at + words))));
      } else if (numerals > 0) {
        symbols.add(value(tokens.subList(at, at + numerals)));
      } else if (Character.isLetter(tokens.get(at).charAt(0)) || tokens.get(at).equals("%")) {
        return Optional.empty();
      } else {
        symbols.add(tokens.get(at));
      }
      at += Math.max(1, Math.max(words, numerals));
    }
    return Optional.of(symbols);
  }

  private List<String> symbolsOf(String phrase) {
    String symbols = phrases.getOrDefault(phrase, "");
    return symbols.isEmpty() ? List.of() : List.of(symbols.split(" ", -1));
  }

  private int longestPhrase(List<String> tokens, int at) {
    for (int words = Math.min(LONGEST_PHRASE, tokens.size() - at); words > 0; words--) {
      if (phrases.containsKey(String.join(" ", tokens.subList(at, at + words)))) {
        return words;
      }
    }
    return 0;
  }

  /** How many words from there on are a number below a hundred. */
  private static int numerals(List<String> tokens, int at) {
    if (!TENS.contains(tokens.get(at))) {
      return UNITS.contains(tokens.get(at)) ? 1 : 0;
    }
    int unit = at + 1 < tokens.size() ? UNITS.indexOf(tokens.get(at + 1)) : -1;
    return unit >= 1 && unit <= 9 ? 2 : 1;
  }

  private static String value(List<String> numerals) {
    int value = 0;
    for (String numeral : numerals) {
      int tens = TENS.indexOf(numeral);
      value += tens >= 0 ? (tens + 2) * 10 : UNITS.indexOf(numeral);
    }
    return Integer.toString(value);
  }

  private static Optional<String> written(List<String> symbols) {
    StringBuilder formula = new StringBuilder();
    for (int at = 0; at < symbols.size(); at++) {
      String symbol = symbols.get(at);
      String next = at + 1 < symbols.size() ? symbols.get(at + 1) : "";
      boolean function = symbol.equals("SQRT") || symbol.equals("FACT");
      if (!function) {
        formula.append(' ').append(symbol.equals("**") ? "^" : symbol);
      } else if (isOperand(symbol, next)) {
        formula.append(' ').append(symbol).append("(").append(next).append(')');
        at++;
      } else if (symbol.equals("SQRT") && next.equals("(")) {
        formula.append(" SQRT");
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(formula.toString().strip());
  }

  private static boolean isOperand(String function, String next) {
    return NUMBER.matcher(next).matches()
        && (function.equals("SQRT")
            || (next.matches("\\d{1,3}") && Integer.parseInt(next) <= LARGEST_FACTORIAL));
  }
}
