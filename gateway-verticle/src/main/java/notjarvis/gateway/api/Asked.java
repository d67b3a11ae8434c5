package notjarvis.gateway.api;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import notjarvis.gateway.auth.SignIn;
import notjarvis.gateway.http.Refusal;
import notjarvis.history.ThreadMark;
import notjarvis.run.InputRules;
import notjarvis.thread.ThreadKey;
import org.jspecify.annotations.Nullable;

/** What a request names in its address; what cannot be a name is refused before anyone is asked. */
final class Asked {
  static final String THREAD = "thread";
  static final String ID = "id";

  private static final String NO_MARK =
      "\"before\" has to be the \"nextBefore\" of another listing.";
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  private Asked() {}

  static ThreadKey thread(RoutingContext ctx) {
    String threadId = part(ctx, THREAD);
    Optional<String> fault = InputRules.faultOfThreadId(THREAD, threadId);
    if (fault.isPresent()) {
      throw Refusal.ofField(THREAD, fault.get());
    }
    return new ThreadKey(SignIn.owner(ctx), threadId);
  }

  static UUID id(RoutingContext ctx) {
    String id = part(ctx, ID);
    if (!UUID_FORM.matcher(id).matches()) {
      throw Refusal.ofField(ID, "\"id\" has to be a UUID.");
    }
    return UUID.fromString(id);
  }

  static String hash(RoutingContext ctx) {
    String hash = part(ctx, ID);
    if (!HASH.matcher(hash).matches()) {
      throw Refusal.ofField(ID, "\"id\" has to be a SHA-256 hash: 64 digits 0 to 9 and a to f.");
    }
    return hash;
  }

  /** The number of a checkpoint; null when none is named. */
  static @Nullable Long checkpoint(RoutingContext ctx, String parameter) {
    return number(ctx, parameter).orElse(null);
  }

  /** Where in the list of threads to go on; null when it is not said. */
  static @Nullable ThreadMark mark(RoutingContext ctx, String parameter) {
    List<String> values = ctx.queryParam(parameter);
    if (values.isEmpty()) {
      return null;
    }
    return Optional.of(values)
        .filter(several -> several.size() == 1)
        .flatMap(one -> ThreadMark.read(one.get(0)))
        .orElseThrow(() -> Refusal.ofField(parameter, NO_MARK));
  }

  /** How many are wanted. */
  static int limit(RoutingContext ctx, int otherwise, int most) {
    long limit = number(ctx, "limit").orElse((long) otherwise);
    if (limit > most) {
      throw Refusal.ofField("limit", "\"limit\" goes up to " + most + ".");
    }
    return (int) limit;
  }

  private static Optional<Long> number(RoutingContext ctx, String parameter) {
    List<String> values = ctx.queryParam(parameter);
    if (values.isEmpty()) {
      return Optional.empty();
    }
    if (values.size() > 1 || !NUMBER.matcher(values.get(0)).matches()) {
      throw Refusal.ofField(parameter, "\"" + parameter + "\" has to be a whole number from 1 on.");
    }
    return Optional.of(Long.valueOf(values.get(0)));
  }

  private static String part(RoutingContext ctx, String name) {
    return Optional.ofNullable(ctx.pathParam(name)).orElse("");
  }
}
