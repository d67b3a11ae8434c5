package notjarvis.launcher.terminal;

import java.util.function.Consumer;
import notjarvis.launcher.terminal.Screen.Style;
import notjarvis.sse.ServerSentEvent;

/** Shows the events of a run as text. */
public final class RunPrinter implements Consumer<ServerSentEvent> {
  private static final String THINKING = "Thinking";

  private final Screen screen;

  public RunPrinter(Screen screen) {
    this.screen = screen;
    screen.busy(THINKING);
  }

  @Override
  public void accept(ServerSentEvent event) {
    String text = Clean.text(event.data());
    if (!text.isEmpty()) {
      screen.show(style(event.event()), text);
    }
    switch (event.event()) {
      case "step" -> screen.busy(text.isEmpty() ? "Working" : firstLine(text));
      case "answer", "failed" -> screen.rest();
      case "observation", "refused" -> screen.busy(THINKING);
      default -> {
        // words on their way: what is under way does not change
      }
    }
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  private static Style style(String event) {
    return switch (event) {
      case "step" -> Style.STEP;
      case "notice" -> Style.NOTICE;
      case "observation", "refused", "failed" -> Style.TROUBLE;
      default -> Style.PLAIN;
    };
  }
}
