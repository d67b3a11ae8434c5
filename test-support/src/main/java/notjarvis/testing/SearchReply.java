package notjarvis.testing;

import java.util.HashMap;
import java.util.Map;

/**
 * One answer of the stand-in for the search services, also of the kinds that a service should not
 * give.
 *
 * @param manner how the body comes, or does not
 */
public record SearchReply(int status, Map<String, String> headers, String body, Manner manner) {
  /** How an answer comes. */
  public enum Manner {
    WHOLE,
    /** Half of the body that was promised, then the connection closes. */
    CUT,
    /** Nothing at all, for ever. */
    HANGING,
    /** More and more, until the client goes. */
    ENDLESS
  }

  public SearchReply {
    headers = Map.copyOf(headers);
  }

  /** A whole answer in JSON. */
  public static SearchReply json(int status, String body) {
    return new SearchReply(status, Map.of("content-type", "application/json"), body, Manner.WHOLE);
  }

  /** A whole page of HTML. */
  public static SearchReply html(int status, String body) {
    return new SearchReply(
        status, Map.of("content-type", "text/html; charset=utf-8"), body, Manner.WHOLE);
  }

  public SearchReply with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new SearchReply(status, more, body, manner);
  }

  public SearchReply coming(Manner other) {
    return new SearchReply(status, headers, body, other);
  }
}
