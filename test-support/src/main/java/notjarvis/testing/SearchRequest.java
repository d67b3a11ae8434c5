package notjarvis.testing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as the stand-in for the search services received it.
 *
 * @param query the decoded parameters of the address
 * @param headers by name in lower case
 * @param body may be empty
 */
public record SearchRequest(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String body) {
  public SearchRequest {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  /** The header by its name in lower case. */
  public @Nullable String header(String name) {
    return headers.get(name);
  }
}
