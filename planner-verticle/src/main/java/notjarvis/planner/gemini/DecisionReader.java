package notjarvis.planner.gemini;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import notjarvis.action.ActionSpec;
import notjarvis.json.Json;
import notjarvis.planner.brain.Decision;

/** Reads a decision out of the model's text and takes nothing on trust. */
final class DecisionReader {
  private static final Set<String> FIELDS = Set.of("message", "is_complete", "action");
  private static final ObjectReader JSON =
      Json.mapper().reader().with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private final List<ActionSpec> offered;

  DecisionReader(List<ActionSpec> offered) {
    this.offered = List.copyOf(offered);
  }

  /** What the answer decides, or why it cannot be used. */
  Reading read(Answer answer) {
    try {
      return new Reading.Usable(decision(JSON.readTree(answer.text())));
    } catch (JsonProcessingException e) {
      return new Reading.Unusable(
          answer.cutShort() ? "it was cut off: be brief" : "it is not one JSON object");
    } catch (Fault e) {
      return new Reading.Unusable(String.valueOf(e.getMessage()));
    }
  }

  private Decision decision(JsonNode root) {
    Fault.unless(root.isObject(), "it is not a JSON object");
    onlyKnown(root, FIELDS);
    JsonNode complete = root.path("is_complete");
    JsonNode action = root.path("action");
    Fault.unless(root.path("message").isTextual(), "\"message\" has to be a string");
    Fault.unless(complete.isBoolean(), "\"is_complete\" has to be a boolean");
    String message = ArgumentReader.text("message", root.path("message"));
    boolean acts = !action.isMissingNode() && !action.isNull();
    Fault.unless(
        acts != complete.booleanValue(),
        "either \"is_complete\" is true and \"action\" is null,"
            + " or \"is_complete\" is false and \"action\" names one");
    return acts ? act(message, action) : finish(message);
  }

  private static Decision finish(String message) {
    Fault.unless(!message.isBlank(), "\"message\" has to hold the answer");
    return new Decision.Finish(message);
  }

  private Decision act(String message, JsonNode action) {
    Fault.unless(action.isObject(), "\"action\" has to be an object or null");
    onlyKnown(action, Set.of("name", "arguments"));
    ActionSpec spec = spec(action.path("name"));
    Map<String, Object> arguments = ArgumentReader.read(spec, action.path("arguments"));
    return new Decision.Act(message, spec.name(), arguments);
  }

  private ActionSpec spec(JsonNode name) {
    Optional<ActionSpec> spec =
        offered.stream().filter(each -> each.isCalled(name.asText())).findFirst();
    return spec.orElseThrow(
        () -> new Fault("there is no action \"" + Outside.cut(name.asText(), 80) + "\""));
  }

  private static void onlyKnown(JsonNode object, Set<String> known) {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      Fault.unless(known.contains(name), "\"" + Outside.cut(name, 80) + "\" is not asked for");
    }
  }
}
