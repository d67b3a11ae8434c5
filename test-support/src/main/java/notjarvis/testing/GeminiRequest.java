package notjarvis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One request that the {@link GeminiStandIn} was asked.
 *
 * @param model the id in its path
 * @param body its JSON body
 */
public record GeminiRequest(String model, JsonNode body) {

  /** The text of the system instruction. */
  public String system() {
    return texts(body.path("systemInstruction"));
  }

  /** The text of the last turn: the goal, what was done for it so far, and what was found. */
  public String lastTurn() {
    JsonNode contents = body.path("contents");
    return texts(contents.path(contents.size() - 1));
  }

  /** The names of the actions that may be chosen. */
  public List<String> actions() {
    List<String> names = new ArrayList<>();
    schema()
        .at("/properties/action/anyOf")
        .findValues("enum")
        .forEach(each -> names.add(each.path(0).asText()));
    return names;
  }

  /** The schema of the answer that is asked for. */
  public JsonNode schema() {
    return body.at("/generationConfig/responseJsonSchema");
  }

  private static String texts(JsonNode content) {
    return String.join("\n", content.path("parts").findValuesAsText("text"));
  }
}
