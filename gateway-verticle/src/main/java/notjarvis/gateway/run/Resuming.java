package notjarvis.gateway.run;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import notjarvis.gateway.http.IdempotencyKey;
import notjarvis.gateway.http.Refusal;
import org.jspecify.annotations.Nullable;

/** Where a reader wants to go on: {@code Last-Event-ID}, or {@code ?after=} for those without. */
public final class Resuming {
  private static final String HEADER = "Last-Event-ID";
  private static final String PARAMETER = "after";

  private Resuming() {}

  /**
   * The event that a request for a goal names; null when it names none.
   *
   * @param key the goal's idempotency key: without one there is no run yet to go on with
   * @throws Refusal when it is no event, or there is no key
   */
  public static @Nullable EventId after(HttpServerRequest request, Optional<String> key) {
    @Nullable EventId after = after(request);
    if (after != null && key.isEmpty()) {
      throw Refusal.ofField(
          IdempotencyKey.HEADER,
          "To go on after an event, send the goal with its Idempotency-Key again.");
    }
    return after;
  }

  /**
   * The event that a request names; null when it names none. An empty one is none: that is what
   * browsers send before they have been given an id.
   *
   * @throws Refusal when it is no event, or two different ones
   */
  public static @Nullable EventId after(HttpServerRequest request) {
    List<String> named =
        Stream.concat(
                request.headers().getAll(HEADER).stream(),
                parameters(request).getAll(PARAMETER).stream())
            .filter(text -> !text.isEmpty())
            .distinct()
            .toList();
    if (named.isEmpty()) {
      return null;
    }
    if (named.size() > 1) {
      throw refusal("Last-Event-ID and \"after\" name different events.");
    }
    return EventId.read(named.get(0)).orElseThrow(Resuming::noEvent);
  }

  private static MultiMap parameters(HttpServerRequest request) {
    try {
      return request.params();
    } catch (IllegalArgumentException e) {
      throw refusal("What comes after the ? of the address is not encoded as it has to be.");
    }
  }

  /** What is said of an event that cannot be gone on after. */
  static Refusal refusal(String detail) {
    return Refusal.ofField(PARAMETER, detail);
  }

  private static Refusal noEvent() {
    return refusal("\"after\" or Last-Event-ID is no id of an event.");
  }
}
