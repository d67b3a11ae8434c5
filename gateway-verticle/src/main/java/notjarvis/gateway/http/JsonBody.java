package notjarvis.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import notjarvis.json.Json;
import notjarvis.run.InputRules;
import notjarvis.run.OnBusy;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request: a JSON object, whose fields are refused by name when they are at fault.
 */
public final class JsonBody {
  private static final String ON_BUSY = "on_busy";
  private static final int MOST_DAYS = 36_500;

  private final JsonNode fields;

  private JsonBody(JsonNode fields) {
    this.fields = fields;
  }

  /**
   * Refuses a body that does not say it is JSON: pages of other sites cannot send one that does.
   */
  public static void demand(RoutingContext ctx) {
    String type = Optional.ofNullable(ctx.request().getHeader("Content-Type")).orElse("");
    if (type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
      ctx.next();
    } else {
      ctx.fail(Refusal.of(415, "Send the body as JSON, with Content-Type: application/json."));
    }
  }

  /**
   * Reads a body.
   *
   * @param needed the fields that it has to have, to be named when it is no object at all
   * @throws Refusal when it is no JSON object
   */
  public static JsonBody read(@Nullable Buffer body, String... needed) {
    try {
      JsonNode node = Json.mapper().readTree(body == null ? new byte[0] : body.getBytes());
      if (node.isObject()) {
        return new JsonBody(node);
      }
    } catch (IOException e) {
      // told below: the parser's own words are of no use to a person
    }
    String names =
        Arrays.stream(needed).map(name -> "\"" + name + "\"").collect(Collectors.joining(" and "));
    throw Refusal.of(400, "The body has to be a JSON object with " + names + ".");
  }

  /** A text that has to be there. */
  public String text(String field) {
    return optionalText(field).orElseThrow(() -> missing(field));
  }

  /** What the person wants: 1 to {@code limit} characters. */
  public String goal(String field, int limit) {
    String goal = text(field);
    return sound(field, goal, InputRules.faultOfGoal(field, goal, limit));
  }

  /** The id of a thread. */
  public String threadId(String field) {
    String threadId = text(field);
    return sound(field, threadId, InputRules.faultOfThreadId(field, threadId));
  }

  /** What becomes of a goal while its thread is busy: it waits, unless the body says otherwise. */
  public OnBusy onBusy() {
    return optionalText(ON_BUSY).map(JsonBody::onBusy).orElse(OnBusy.ENQUEUE);
  }

  /** Yes or no; it has to be there. */
  public boolean yesNo(String field) {
    JsonNode value = present(field);
    if (!value.isBoolean()) {
      throw Refusal.ofField(field, "\"" + field + "\" has to be true or false.");
    }
    return value.booleanValue();
  }

  /** The number of a checkpoint; it has to be there. */
  public long checkpoint(String field) {
    JsonNode value = present(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 1) {
      throw Refusal.ofField(field, "\"" + field + "\" has to be the number of a checkpoint.");
    }
    return value.longValue();
  }

  /** A number of days; it has to be there. */
  public int days(String field) {
    JsonNode value = present(field);
    if (!value.isInt() || value.intValue() < 1 || value.intValue() > MOST_DAYS) {
      throw Refusal.ofField(
          field, "\"" + field + "\" has to be a whole number from 1 to " + MOST_DAYS + ".");
    }
    return value.intValue();
  }

  private Optional<String> optionalText(String field) {
    JsonNode value = fields.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw Refusal.ofField(field, "\"" + field + "\" has to be a text.");
    }
    return Optional.of(value.textValue());
  }

  private JsonNode present(String field) {
    JsonNode value = fields.path(field);
    if (value.isMissingNode() || value.isNull()) {
      throw missing(field);
    }
    return value;
  }

  private static OnBusy onBusy(String name) {
    for (OnBusy each : OnBusy.values()) {
      if (each.wireName().equals(name)) {
        return each;
      }
    }
    throw Refusal.ofField(
        ON_BUSY, "\"on_busy\" has to be one of enqueue, steer, interrupt, reject.");
  }

  private static String sound(String field, String value, Optional<String> fault) {
    if (fault.isPresent()) {
      throw Refusal.ofField(field, fault.get());
    }
    return value;
  }

  private static Refusal missing(String field) {
    return Refusal.ofField(field, "\"" + field + "\" is missing.");
  }
}
