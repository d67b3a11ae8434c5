package notjarvis.planner.policy;

import java.util.Optional;
import java.util.regex.Pattern;
import notjarvis.web.WebAddress;

/** Web addresses as people write them: also without the scheme, which then is https. */
public final class SpokenAddress {
  private static final Pattern HOST_FIRST =
      Pattern.compile(
          "(([\\p{L}\\p{N}-]++\\.){1,20}+\\p{L}[\\p{L}\\p{N}-]++|([0-9]{1,3}\\.){3}[0-9]{1,3})"
              + "(:[0-9]{1,5})?([/?#].*)?");
  private static final Pattern SCHEME_FIRST = Pattern.compile("(?i)https?://.+");

  private SpokenAddress() {}

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException when it is not one, with a text for the person
   */
  public static WebAddress parse(String text) {
    return WebAddress.parse(HOST_FIRST.matcher(text).matches() ? "https://" + text : text);
  }

  /** The address that a word is, if it is one. */
  static Optional<WebAddress> in(String word) {
    if (!HOST_FIRST.matcher(word).matches() && !SCHEME_FIRST.matcher(word).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse(word));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
