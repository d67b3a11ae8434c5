package notjarvis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the service demands of the body of a request; the first breach is its answer. */
final class GeminiRules {
  private static final Set<String> TOP =
      Set.of(
          "contents",
          "systemInstruction",
          "generationConfig",
          "safetySettings",
          "tools",
          "toolConfig",
          "cachedContent",
          "labels",
          "serviceTier",
          "store",
          "continuationToken");
  private static final Set<String> CONFIG =
      Set.of(
          "maxOutputTokens",
          "stopSequences",
          "seed",
          "presencePenalty",
          "frequencyPenalty",
          "responseLogprobs",
          "logprobs",
          "responseMimeType",
          "responseSchema",
          "responseJsonSchema",
          "responseModalities",
          "mediaResolution",
          "speechConfig",
          "thinkingConfig",
          "imageConfig",
          "temperature",
          "topP",
          "topK");
  private static final Set<String> THINKING =
      Set.of("thinkingBudget", "thinkingLevel", "includeThoughts");
  private static final Set<String> LEVELS = Set.of("MINIMAL", "LOW", "MEDIUM", "HIGH");
  private static final Set<String> SCHEMA =
      Set.of(
          "$id",
          "$defs",
          "$ref",
          "$anchor",
          "type",
          "format",
          "title",
          "description",
          "enum",
          "items",
          "prefixItems",
          "minItems",
          "maxItems",
          "minimum",
          "maximum",
          "anyOf",
          "oneOf",
          "properties",
          "additionalProperties",
          "required",
          "propertyOrdering");

  private GeminiRules() {}

  /** Why the request is refused, if it is. */
  static Optional<GeminiError> breach(GeminiRequest request) {
    JsonNode body = request.body();
    JsonNode config = body.path("generationConfig");
    return Stream.of(
            unknown(body, TOP, "the request"),
            turns(body.path("contents")),
            unknown(config, CONFIG, "generation_config"),
            unknown(config.path("thinkingConfig"), THINKING, "thinking_config"),
            thinking(request.model(), config.path("thinkingConfig")),
            format(config),
            schema(config.path("responseJsonSchema")))
        .flatMap(Optional::stream)
        .findFirst()
        .map(GeminiError::invalidArgument);
  }

  private static Optional<String> unknown(JsonNode object, Set<String> known, String where) {
    return object.properties().stream()
        .map(field -> field.getKey())
        .filter(name -> !known.contains(name))
        .map(name -> "Invalid JSON payload received. Unknown name \"" + name + "\" at " + where)
        .findFirst();
  }

  private static Optional<String> turns(JsonNode contents) {
    if (contents.isEmpty()) {
      return Optional.of("* GenerateContentRequest.contents: contents is not specified");
    }
    if (elements(contents).anyMatch(turn -> !isRole(turn.path("role").asText()))) {
      return Optional.of("Please use a valid role: user, model.");
    }
    if (elements(contents).anyMatch(turn -> !hasText(turn.path("parts")))) {
      return Optional.of("* GenerateContentRequest.contents: contents.parts must not be empty.");
    }
    return contents.path(contents.size() - 1).path("role").asText().equals("model")
        ? Optional.of("Requests ending with a model turn are not supported.")
        : Optional.empty();
  }

  private static boolean isRole(String role) {
    return role.equals("user") || role.equals("model");
  }

  private static boolean hasText(JsonNode parts) {
    return !parts.isEmpty()
        && elements(parts).noneMatch(part -> part.path("text").asText().isEmpty());
  }

  private static Optional<String> thinking(String model, JsonNode thinking) {
    boolean budget = thinking.has("thinkingBudget");
    boolean level = thinking.has("thinkingLevel");
    if (budget && level) {
      return Optional.of("You can only set only one of thinking budget and thinking level.");
    }
    if (level && model.startsWith("gemini-2.")) {
      return Optional.of("Thinking level is not supported for this model.");
    }
    return level && !LEVELS.contains(thinking.path("thinkingLevel").asText())
        ? Optional.of("Invalid value at 'generation_config.thinking_config.thinking_level'")
        : Optional.empty();
  }

  private static Optional<String> format(JsonNode config) {
    boolean json = config.path("responseMimeType").asText().equals("application/json");
    boolean schema = config.has("responseJsonSchema");
    if (schema && config.has("responseSchema")) {
      return Optional.of("response_schema and response_json_schema must not both be set.");
    }
    return schema && !json
        ? Optional.of("response_json_schema needs response_mime_type application/json.")
        : Optional.empty();
  }

  /** The service ignores what it does not honour; here it is a fault, for nobody else will tell. */
  private static Optional<String> schema(JsonNode schema) {
    Optional<String> here = unknown(schema, SCHEMA, "response_json_schema");
    return here.or(
        () -> inner(schema).map(GeminiRules::schema).flatMap(Optional::stream).findFirst());
  }

  private static Stream<JsonNode> inner(JsonNode schema) {
    return Stream.of(
            schema.has("items") ? List.of(schema.get("items")) : List.<JsonNode>of(),
            schema.path("anyOf"),
            schema.path("oneOf"),
            schema.path("prefixItems"),
            schema.path("properties"),
            schema.path("$defs"))
        .flatMap(GeminiRules::elements);
  }

  private static Stream<JsonNode> elements(Iterable<JsonNode> nodes) {
    return StreamSupport.stream(nodes.spliterator(), false);
  }
}
