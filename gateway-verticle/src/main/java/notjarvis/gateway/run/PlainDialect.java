package notjarvis.gateway.run;

import java.util.List;
import java.util.UUID;
import notjarvis.gateway.sse.Frame;
import notjarvis.run.Cursor;
import notjarvis.run.Outcome;
import notjarvis.run.RunEvent;

/**
 * Tells one run as readable text, each word of it once. A client that prints all {@code data:}
 * lines until {@code [DONE]} shows all that the person has to know: what is about to be done, and
 * the answer. What came of a step is told by the answer, so here it only moves the cursor on.
 */
final class PlainDialect implements RunEvent.Cases<List<Frame>> {
  private static final Frame DONE = Frame.text(List.of(PlainText.DONE));

  private StreamedMessage message = new StreamedMessage("");
  private String told = "";
  private boolean over;

  static Frame queued() {
    return new Frame(
        null, "notice", List.of("I am still busy with your last goal; this one comes next."));
  }

  static List<Frame> stopping() {
    return List.of(
        new Frame(null, "notice", List.of("Not-Jarvis is stopping; ask again in a moment.")), DONE);
  }

  /** Whether nothing follows any more. */
  boolean isOver() {
    return over;
  }

  @Override
  public List<Frame> words(RunEvent.Words event) {
    if (event.messageId().equals(told)) {
      return List.of();
    }
    if (!event.messageId().equals(message.id())) {
      message = new StreamedMessage(event.messageId());
    }
    return message.append(event).map(PlainText::split).map(Frame::text).stream().toList();
  }

  @Override
  public List<Frame> planned(RunEvent.StepPlanned event) {
    List<String> say = finish(id(event.runId(), event.step()), event.say());
    return List.of(frame(event.cursor(), "step", say));
  }

  @Override
  public List<Frame> refused(RunEvent.StepRefused event) {
    finish(id(event.runId(), event.step()), event.say());
    return List.of(frame(event.cursor(), "refused", List.of()));
  }

  @Override
  public List<Frame> observed(RunEvent.StepObserved event) {
    return List.of(frame(event.cursor(), "observation", List.of()));
  }

  @Override
  public List<Frame> ended(RunEvent.RunEnded event) {
    over = true;
    String name = event.outcome() == Outcome.FINISHED ? "answer" : "failed";
    List<String> answer = finish(event.messageId(), event.answer());
    return List.of(frame(event.cursor(), name, answer), DONE);
  }

  /** The lines of a message that were not shown while it was written. */
  private List<String> finish(String messageId, String text) {
    String rest = message.rest(text);
    message = new StreamedMessage("");
    told = messageId;
    return PlainText.lines(rest);
  }

  private static String id(UUID runId, int step) {
    return runId + ":" + step;
  }

  private static Frame frame(Cursor cursor, String name, List<String> lines) {
    return new Frame(cursor.toString(), name, lines);
  }
}
