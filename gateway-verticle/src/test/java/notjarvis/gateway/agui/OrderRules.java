package notjarvis.gateway.agui;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The rules of order that AG-UI's own client enforces, and one more: what has ended never comes
 * again. Throws at the first event that breaks one.
 */
public final class OrderRules {
  private final Map<String, StringBuilder> messages = new HashMap<>();
  private final Set<String> openMessages = new HashSet<>();
  private final Set<String> openCalls = new HashSet<>();
  private final Set<String> openSteps = new HashSet<>();
  private final Set<String> seen = new HashSet<>();
  private boolean running;
  private boolean failed;

  /** Takes the next event of a reader, on whichever connection it came. */
  public void take(JsonNode event) {
    String type = event.path("type").asText();
    demand(!failed, type + " after RUN_ERROR");
    demand(running != type.equals("RUN_STARTED"), type + " while running is " + running);
    switch (type) {
      case "RUN_STARTED" -> start(event);
      case "RUN_FINISHED" -> finish(event);
      case "RUN_ERROR" -> error(event);
      case "STEP_STARTED" -> open(openSteps, type, field(event, "stepName"));
      case "STEP_FINISHED" -> close(openSteps, field(event, "stepName"));
      case "TEXT_MESSAGE_START" -> startMessage(type, field(event, "messageId"));
      case "TEXT_MESSAGE_CONTENT" -> add(field(event, "messageId"), field(event, "delta"));
      case "TEXT_MESSAGE_END" -> close(openMessages, field(event, "messageId"));
      case "TOOL_CALL_START" -> startCall(type, event);
      case "TOOL_CALL_ARGS" -> demandOpen(openCalls, field(event, "toolCallId"));
      case "TOOL_CALL_END" -> close(openCalls, field(event, "toolCallId"));
      case "TOOL_CALL_RESULT" -> result(type, event);
      case "CUSTOM" -> custom(event);
      default -> throw new AssertionError("no event of AG-UI is called " + type);
    }
  }

  /** The messages as a reader has them now. */
  public Map<String, String> messages() {
    Map<String, String> texts = new HashMap<>();
    messages.forEach((id, text) -> texts.put(id, text.toString()));
    return texts;
  }

  public boolean isRunning() {
    return running;
  }

  private void start(JsonNode event) {
    field(event, "threadId");
    field(event, "runId");
    running = true;
  }

  private void finish(JsonNode event) {
    field(event, "threadId");
    field(event, "runId");
    demand(openMessages.isEmpty(), "RUN_FINISHED while a message is open");
    demand(openCalls.isEmpty(), "RUN_FINISHED while a call is open");
    demand(openSteps.isEmpty(), "RUN_FINISHED while a step is open");
    JsonNode outcome = event.path("outcome");
    if (outcome.path("type").asText().equals("interrupt")) {
      demand(!outcome.path("interrupts").isEmpty(), "an interruption without a reason");
    }
    running = false;
  }

  private void error(JsonNode event) {
    field(event, "message");
    running = false;
    failed = true;
  }

  private void startMessage(String type, String id) {
    open(openMessages, type, id);
    messages.put(id, new StringBuilder());
  }

  private void add(String id, String delta) {
    demandOpen(openMessages, id);
    messages.getOrDefault(id, new StringBuilder()).append(delta);
  }

  private void startCall(String type, JsonNode event) {
    field(event, "toolCallName");
    open(openCalls, type, field(event, "toolCallId"));
  }

  private void result(String type, JsonNode event) {
    field(event, "messageId");
    field(event, "content");
    once(type, field(event, "toolCallId"));
  }

  private void custom(JsonNode event) {
    demand(event.hasNonNull("value"), "CUSTOM without a value");
    if (field(event, "name").equals("text_message_reset")) {
      String id = field(event.path("value"), "messageId");
      demandOpen(openMessages, id);
      messages.put(id, new StringBuilder());
    }
  }

  private void open(Set<String> what, String type, String id) {
    once(type, id);
    what.add(id);
  }

  private void once(String type, String id) {
    demand(seen.add(type + id), type + " of " + id + " comes again");
  }

  private static void close(Set<String> what, String id) {
    demand(what.remove(id), id + " ends and has not begun");
  }

  private static void demandOpen(Set<String> what, String id) {
    demand(what.contains(id), id + " is not open");
  }

  private static String field(JsonNode event, String name) {
    demand(event.hasNonNull(name), event.path("type") + " without " + name);
    return event.path(name).asText();
  }

  private static void demand(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
