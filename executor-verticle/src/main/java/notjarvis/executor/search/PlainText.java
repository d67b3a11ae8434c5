package notjarvis.executor.search;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of one line, without the markup that search services leave in titles and snippets. */
final class PlainText {
  /** More than is ever shown; what comes after it is not looked at. */
  private static final int LONGEST = 4_000;

  private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!?][^<>]*>");
  private static final Pattern BREAK = Pattern.compile("[\\s\\u00a0\\p{Cntrl}]+");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));");
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("hellip", "…"),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("lsquo", "‘"),
          Map.entry("rsquo", "’"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"),
          Map.entry("middot", "·"),
          Map.entry("bull", "•"));

  private PlainText() {}

  /** Without tags and entities, also without tags that were hidden in entities. */
  static String ofHtml(String html) {
    String text = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
    String decoded = ENTITY.matcher(withoutTags(text)).replaceAll(PlainText::decoded);
    return line(withoutTags(decoded));
  }

  /** The text in one line, without blanks around it. */
  static String line(String text) {
    return BREAK.matcher(text).replaceAll(" ").strip();
  }

  private static String withoutTags(String text) {
    return TAG.matcher(text).replaceAll("");
  }

  private static String decoded(MatchResult entity) {
    if (entity.group(3) != null) {
      return quoted(NAMED.getOrDefault(entity.group(3), entity.group()));
    }
    int codePoint =
        entity.group(1) != null
            ? Integer.parseInt(entity.group(1))
            : Integer.parseInt(entity.group(2), 16);
    boolean isCharacter = Character.isValidCodePoint(codePoint) && Character.isDefined(codePoint);
    return quoted(isCharacter ? Character.toString(codePoint) : "");
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }
}
