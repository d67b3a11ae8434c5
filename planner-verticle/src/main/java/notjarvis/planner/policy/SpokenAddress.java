package notjarvis.planner.policy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import notjarvis.web.WebAddress;

/**
 * Web addresses as people write them. Without a scheme it is https that is meant; http for this
 * computer, the network at home and numeric addresses, where nothing else is spoken.
 */
public final class SpokenAddress {
  private static final String REST = "(:[0-9]{1,5})?([/?#].*)?";
  private static final Pattern HOST_FIRST =
      Pattern.compile("([\\p{L}\\p{N}-]++\\.){1,20}+\\p{L}[\\p{L}\\p{N}-]++" + REST);
  private static final Pattern NEAR_FIRST =
      Pattern.compile(
          "(?i)(localhost|([a-z0-9-]++\\.){1,5}+local|([0-9]{1,3}\\.){3}[0-9]{1,3})" + REST);
  private static final Pattern SCHEME_FIRST = Pattern.compile("(?i)https?://.+");

  private SpokenAddress() {}

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException when it is not one, with a text for the person
   */
  public static WebAddress parse(String text) {
    if (NEAR_FIRST.matcher(text).matches()) {
      return WebAddress.parse("http://" + text);
    }
    return WebAddress.parse(HOST_FIRST.matcher(text).matches() ? "https://" + text : text);
  }

  /** The addresses among these tokens. */
  static Stream<WebAddress> among(List<String> tokens) {
    return tokens.stream()
        .flatMap(token -> Stream.of(token, Tokens.bare(token)))
        .flatMap(token -> in(token).stream());
  }

  /** The address that a word is, if it is one. */
  static Optional<WebAddress> in(String word) {
    if (Stream.of(HOST_FIRST, NEAR_FIRST, SCHEME_FIRST)
        .noneMatch(form -> form.matcher(word).matches())) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse(word));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
