package notjarvis.planner.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import notjarvis.action.ActionSpec;
import notjarvis.action.Parameter;
import notjarvis.action.ParameterType;

/**
 * The shape of a decision in JSON Schema, so that the model can name no action that does not exist.
 * The message comes first, so that its words can be told while the rest is being written. Arguments
 * stand in an object of their own: a parameter may be called anything, also {@code name}.
 */
final class DecisionSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private DecisionSchema() {}

  /** The schema of a decision among these actions. */
  static JsonNode of(List<ActionSpec> offered) {
    ObjectNode properties = JSON.objectNode();
    properties.set(
        "message",
        typed("string", "What is about to be done, in one sentence; or the whole answer"));
    properties.set(
        "is_complete", typed("boolean", "Whether message is the answer and nothing is to be done"));
    properties.set("action", action(offered));
    return object(properties, List.of("message", "is_complete", "action"));
  }

  private static ObjectNode action(List<ActionSpec> offered) {
    ArrayNode choices = JSON.arrayNode();
    offered.forEach(spec -> choices.add(action(spec)));
    choices.add(JSON.objectNode().put("type", "null"));
    return JSON.objectNode().set("anyOf", choices);
  }

  private static ObjectNode action(ActionSpec spec) {
    ObjectNode properties = JSON.objectNode();
    ObjectNode name = JSON.objectNode().put("type", "string");
    name.set("enum", JSON.arrayNode().add(spec.name()));
    properties.set("name", name);
    if (spec.parameters().isEmpty()) {
      return object(properties, List.of("name")).put("description", spec.description());
    }
    properties.set("arguments", arguments(spec));
    return object(properties, List.of("name", "arguments")).put("description", spec.description());
  }

  private static ObjectNode arguments(ActionSpec spec) {
    ObjectNode properties = JSON.objectNode();
    spec.parameters().forEach(each -> properties.set(each.name(), parameter(each)));
    List<String> required =
        spec.parameters().stream().filter(Parameter::required).map(Parameter::name).toList();
    return object(properties, required);
  }

  private static ObjectNode parameter(Parameter parameter) {
    if (parameter.type() != ParameterType.ADDRESS) {
      return typed(parameter.type().jsonName(), parameter.description());
    }
    ArrayNode choices =
        JSON.arrayNode()
            .add(typed("integer", "The number of a search result").put("minimum", 1))
            .add(typed("string", "An address that the person wrote or that was opened before"));
    ObjectNode address = JSON.objectNode().put("description", parameter.description());
    return address.set("anyOf", choices);
  }

  private static ObjectNode typed(String type, String description) {
    return JSON.objectNode().put("type", type).put("description", description);
  }

  private static ObjectNode object(ObjectNode properties, List<String> required) {
    ArrayNode names = JSON.arrayNode();
    required.forEach(names::add);
    ObjectNode object = JSON.objectNode().put("type", "object");
    object.set("properties", properties);
    object.set("required", names);
    return object.put("additionalProperties", false);
  }
}
