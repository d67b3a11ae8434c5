package notjarvis.gateway.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import notjarvis.gateway.http.Refusal;
import notjarvis.json.Json;
import notjarvis.run.InputRules;
import notjarvis.run.StartRun;
import notjarvis.thread.ThreadKey;
import org.jspecify.annotations.Nullable;

/** What a client asks for: a goal, and the conversation that it belongs to. */
record GoalRequest(String goal, String threadId) {
  private static final String GOAL = "user_goal";
  private static final String THREAD = "thread_id";

  /**
   * Reads a request body.
   *
   * @param goalLimit how many characters a goal may have
   * @throws Refusal that says what is wrong, and in which field
   */
  static GoalRequest read(@Nullable Buffer body, int goalLimit) {
    JsonNode request = object(body == null ? new byte[0] : body.getBytes());
    return new GoalRequest(goal(text(request, GOAL), goalLimit), threadId(text(request, THREAD)));
  }

  StartRun start(UUID runId) {
    return StartRun.of(runId, ThreadKey.local(threadId), goal);
  }

  private static JsonNode object(byte[] body) {
    try {
      JsonNode node = Json.mapper().readTree(body);
      if (node.isObject()) {
        return node;
      }
    } catch (IOException e) {
      // told below: the parser's own words are of no use to a person
    }
    throw Refusal.of(400, "The body has to be a JSON object with \"user_goal\" and \"thread_id\".");
  }

  private static String text(JsonNode request, String field) {
    JsonNode value = request.path(field);
    if (value.isMissingNode() || value.isNull()) {
      throw Refusal.ofField(field, "\"" + field + "\" is missing.");
    }
    if (!value.isTextual()) {
      throw Refusal.ofField(field, "\"" + field + "\" has to be a text.");
    }
    return value.textValue();
  }

  private static String goal(String goal, int limit) {
    return sound(GOAL, goal, InputRules.faultOfGoal(GOAL, goal, limit));
  }

  private static String threadId(String threadId) {
    return sound(THREAD, threadId, InputRules.faultOfThreadId(THREAD, threadId));
  }

  private static String sound(String field, String value, Optional<String> fault) {
    if (fault.isPresent()) {
      throw Refusal.ofField(field, fault.get());
    }
    return value;
  }
}
