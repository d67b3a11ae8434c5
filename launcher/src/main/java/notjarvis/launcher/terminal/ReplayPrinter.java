package notjarvis.launcher.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import notjarvis.json.Json;
import notjarvis.launcher.terminal.Screen.Style;
import notjarvis.sse.ServerSentEvent;

/** Shows the AG-UI events of a run, from its beginning, as the person saw it. */
public final class ReplayPrinter implements Consumer<ServerSentEvent> {
  private final Screen screen;
  private final StringBuilder message = new StringBuilder();
  private String call = "";
  private boolean ended;

  public ReplayPrinter(Screen screen) {
    this.screen = screen;
  }

  /** Whether the run was shown up to where it ended or waits. */
  public boolean hasEnded() {
    return ended;
  }

  @Override
  public void accept(ServerSentEvent sent) {
    if (sent.data().isEmpty()) {
      return;
    }
    JsonNode event = Json.read(sent.data(), JsonNode.class);
    switch (event.path("type").asText()) {
      case "RUN_STARTED" -> ended = false;
      case "TEXT_MESSAGE_CONTENT" -> message.append(event.path("delta").asText());
      case "TOOL_CALL_START" -> call(event);
      case "TOOL_CALL_ARGS" -> call += " " + event.path("delta").asText();
      case "TOOL_CALL_RESULT" -> picture(event.path("metadata").path("blob").asText());
      case "CUSTOM" -> said(event.path("name").asText(), event.path("value"));
      case "RUN_FINISHED" -> end(event.path("outcome"));
      case "RUN_ERROR" -> {
        ended = true;
        show(Style.TROUBLE, event.path("message").asText());
      }
      default -> {
        // nothing that the person saw
      }
    }
  }

  /** A message before a call says what is about to be done. */
  private void call(JsonNode event) {
    tell(Style.STEP);
    call = event.path("toolCallName").asText();
  }

  private void picture(String path) {
    if (!path.isEmpty()) {
      show(Style.NOTICE, "The picture is at " + path);
    }
  }

  private void said(String name, JsonNode value) {
    switch (name) {
      case "text_message_reset" -> message.setLength(0);
      case "steered" -> show(Style.NOTICE, "You said: " + value.path("words").asText());
      case "cancel_asked" -> show(Style.NOTICE, "You asked it to stop.");
      case "approval_answered" ->
          show(Style.NOTICE, "It asked for: " + call + ": " + value.path("verdict").asText() + ".");
      default -> {
        // not for the person
      }
    }
  }

  private void end(JsonNode outcome) {
    ended = true;
    if (outcome.path("type").asText().equals("interrupt")) {
      tell(Style.STEP);
      JsonNode asked = outcome.path("interrupts").path(0);
      show(Style.NOTICE, "It asks for: " + call + "\n" + asked.path("message").asText());
    } else {
      tell(outcome.path("type").asText().equals("success") ? Style.PLAIN : Style.TROUBLE);
    }
  }

  private void tell(Style style) {
    show(style, message.toString());
    message.setLength(0);
  }

  private void show(Style style, String text) {
    String clean = Clean.text(text);
    if (!clean.isBlank()) {
      screen.show(style, clean);
    }
  }
}
