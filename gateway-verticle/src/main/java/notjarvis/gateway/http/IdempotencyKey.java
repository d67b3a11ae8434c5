package notjarvis.gateway.http;

import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The client's own name for a request, so that sending it again does nothing twice. */
public final class IdempotencyKey {
  /** What it is called in a request. */
  public static final String HEADER = "Idempotency-Key";

  private static final Pattern KEY = Pattern.compile("[!-~]{1,128}");

  private IdempotencyKey() {}

  /**
   * The key of a request, if it has one.
   *
   * @throws Refusal when it cannot be one
   */
  public static Optional<String> of(HttpServerRequest request) {
    List<String> keys = request.headers().getAll(HEADER);
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    if (keys.size() > 1 || !KEY.matcher(keys.get(0)).matches()) {
      throw Refusal.ofField(
          HEADER, HEADER + " has to be 1 to 128 visible ASCII characters, and to be sent once.");
    }
    return Optional.of(keys.get(0));
  }

  /** The same id for the same key, where an id is wanted. */
  public static UUID id(String key) {
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
  }
}
