package notjarvis.gateway.agui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.UUID;
import notjarvis.action.Action;
import notjarvis.action.Observation;
import notjarvis.gateway.run.BlobAddress;
import notjarvis.journal.Approval;
import notjarvis.journal.Entry;
import notjarvis.journal.Usage;
import notjarvis.json.Json;
import notjarvis.run.Outcome;

/** The events of AG-UI 1.0 that a run is told in: JSON objects that name their type. */
final class AguiEvents {
  private static final String PROTOCOL = "1.0";

  private AguiEvents() {}

  static ObjectNode runStarted(String threadId, UUID runId) {
    return of("RUN_STARTED")
        .put("threadId", threadId)
        .put("runId", runId.toString())
        .put("protocolVersion", PROTOCOL);
  }

  /** The run is over. */
  static ObjectNode runFinished(String threadId, UUID runId, Outcome outcome, Usage usage) {
    ObjectNode event = finished(threadId, runId, usage);
    event.putObject("outcome").put("type", outcome == Outcome.FINISHED ? "success" : "cancelled");
    event.putObject("result").put("status", outcome.status().wireName());
    return event;
  }

  /** The run waits for the person's yes; it goes on, and begins anew, once there is an answer. */
  static ObjectNode runInterrupted(String threadId, UUID runId, Approval approval, Usage usage) {
    ObjectNode event = finished(threadId, runId, usage);
    ObjectNode outcome = event.putObject("outcome").put("type", "interrupt");
    ObjectNode interrupt =
        outcome
            .putArray("interrupts")
            .addObject()
            .put("id", approval.approvalId().toString())
            .put("reason", "tool_call")
            .put("message", approval.why())
            .put("toolCallId", approval.action().id())
            .put("expiresAt", approval.expiresAt().toString());
    ObjectNode schema = interrupt.putObject("responseSchema").put("type", "object");
    schema.putObject("properties").putObject("approved").put("type", "boolean");
    schema.putArray("required").add("approved");
    return event;
  }

  private static ObjectNode finished(String threadId, UUID runId, Usage usage) {
    ObjectNode event = of("RUN_FINISHED").put("threadId", threadId).put("runId", runId.toString());
    addUsage(event, usage);
    return event;
  }

  static ObjectNode runError(String message, Usage usage) {
    ObjectNode event = of("RUN_ERROR").put("message", message).put("code", "failed");
    addUsage(event, usage);
    return event;
  }

  private static void addUsage(ObjectNode event, Usage usage) {
    if (usage.modelCalls() > 0) {
      event
          .putArray("usage")
          .addObject()
          .put("inputTokens", usage.inputTokens())
          .put("outputTokens", usage.outputTokens());
    }
  }

  static ObjectNode stepStarted(int step) {
    return of("STEP_STARTED").put("stepName", stepName(step));
  }

  static ObjectNode stepFinished(int step) {
    return of("STEP_FINISHED").put("stepName", stepName(step));
  }

  private static String stepName(int step) {
    return "step " + step;
  }

  static ObjectNode messageStart(String messageId) {
    return of("TEXT_MESSAGE_START").put("messageId", messageId).put("role", "assistant");
  }

  static ObjectNode messageContent(String messageId, String delta) {
    return of("TEXT_MESSAGE_CONTENT").put("messageId", messageId).put("delta", delta);
  }

  static ObjectNode messageEnd(String messageId) {
    return of("TEXT_MESSAGE_END").put("messageId", messageId);
  }

  /** What was told of a message counts no more; it begins anew, or ends empty. */
  static ObjectNode messageReset(String messageId) {
    ObjectNode event = of("CUSTOM").put("name", "text_message_reset");
    event.putObject("value").put("messageId", messageId);
    return event;
  }

  static ObjectNode callStart(Action action) {
    return of("TOOL_CALL_START").put("toolCallId", action.id()).put("toolCallName", action.name());
  }

  static ObjectNode callArguments(Action action) {
    return of("TOOL_CALL_ARGS")
        .put("toolCallId", action.id())
        .put("delta", Json.write(action.arguments()));
  }

  static ObjectNode callEnd(Action action) {
    return of("TOOL_CALL_END").put("toolCallId", action.id());
  }

  static ObjectNode callRefused(Action action, String why) {
    ObjectNode event = callResult(action.id(), why);
    event.putObject("metadata").put("refused", true);
    return event;
  }

  static ObjectNode callResult(String toolCallId, Observation observation) {
    ObjectNode event = callResult(toolCallId, content(observation));
    ObjectNode metadata = event.putObject("metadata");
    metadata.set("observation", Json.mapper().valueToTree(observation));
    BlobAddress.of(observation).ifPresent(path -> metadata.put("blob", path));
    return event;
  }

  private static String content(Observation observation) {
    return BlobAddress.inWords(observation)
        .map(words -> observation.text() + "\n" + words)
        .orElse(observation.text());
  }

  private static ObjectNode callResult(String toolCallId, String content) {
    return of("TOOL_CALL_RESULT")
        .put("messageId", toolCallId + ":result")
        .put("toolCallId", toolCallId)
        .put("content", content)
        .put("role", "tool");
  }

  static ObjectNode steered(Entry.Steered entry) {
    ObjectNode event = of("CUSTOM").put("name", "steered");
    event.putObject("value").put("words", entry.words());
    return event;
  }

  static ObjectNode cancelAsked(Entry.CancelAsked entry) {
    ObjectNode event = of("CUSTOM").put("name", "cancel_asked");
    event.putObject("value").put("by", entry.by());
    return event;
  }

  static ObjectNode approvalAnswered(Entry.ApprovalAnswered entry) {
    ObjectNode event = of("CUSTOM").put("name", "approval_answered");
    event
        .putObject("value")
        .put("id", entry.approvalId().toString())
        .put("verdict", entry.verdict().name().toLowerCase(Locale.ROOT))
        .put("by", entry.by());
    return event;
  }

  private static ObjectNode of(String type) {
    return Json.mapper().createObjectNode().put("type", type);
  }
}
