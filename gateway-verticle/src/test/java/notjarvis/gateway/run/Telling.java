package notjarvis.gateway.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import notjarvis.action.Action;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.gateway.sse.Frame;
import notjarvis.run.Cursor;
import notjarvis.run.Outcome;
import notjarvis.run.RunEvent;

/** A run that is told in the plain dialect, and what was told of it. */
final class Telling {
  private static final UUID RUN = UUID.fromString("8c6c0f6e-63a4-4c52-9f43-5fd0c3b1f001");

  final PlainDialect dialect = new PlainDialect();
  final List<Frame> told = new ArrayList<>();
  private int offset;

  void tell(RunEvent event) {
    told.addAll(event.fold(dialect));
    offset = 0;
  }

  /** The next words of the message of a step. */
  void words(int step, String text) {
    told.addAll(new RunEvent.Words(RUN, RUN + ":" + step, offset, text).fold(dialect));
    offset += text.length();
  }

  /** The message of a step begins anew. */
  void restart(int step, String text) {
    offset = 0;
    words(step, text);
  }

  /** Words that never arrive. */
  void miss(int characters) {
    offset += characters;
  }

  /** The lines that the person sees. */
  List<String> printed() {
    return told.stream().flatMap(frame -> frame.lines().stream()).toList();
  }

  static RunEvent planned(long checkpoint, int step, String say) {
    return new RunEvent.StepPlanned(RUN, Cursor.of(checkpoint), step, say, action(step));
  }

  static RunEvent refused(long checkpoint, int step, String say, String why) {
    return new RunEvent.StepRefused(RUN, Cursor.of(checkpoint), step, say, action(step), why);
  }

  static RunEvent observed(long checkpoint, Observation observation) {
    return new RunEvent.StepObserved(RUN, Cursor.of(checkpoint), 1, observation);
  }

  static RunEvent ended(long checkpoint, Outcome outcome, String answer) {
    return new RunEvent.RunEnded(RUN, Cursor.of(checkpoint), outcome, RUN + ":1", answer);
  }

  private static Action action(int step) {
    return new Action(RUN + ":" + step, "search", Map.of(), Effect.PURE);
  }
}
