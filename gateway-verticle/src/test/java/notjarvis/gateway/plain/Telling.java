package notjarvis.gateway.plain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import notjarvis.action.Observation;
import notjarvis.gateway.Entries;
import notjarvis.gateway.run.Place;
import notjarvis.gateway.sse.Frame;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Entry;
import notjarvis.journal.Metadata;
import notjarvis.run.LiveWords;
import notjarvis.run.Outcome;
import org.jspecify.annotations.Nullable;

/** A run that is told in the plain dialect, and what was told of it. */
final class Telling {
  private static final UUID RUN = UUID.fromString("8c6c0f6e-63a4-4c52-9f43-5fd0c3b1f001");

  final PlainDialect dialect;
  final List<Frame> told = new ArrayList<>();
  private int offset;

  Telling() {
    this(null);
  }

  /** A reader who comes back. */
  Telling(@Nullable Place after) {
    dialect = new PlainDialect(after);
  }

  void tell(Checkpoint checkpoint) {
    tell(checkpoint, true);
  }

  /** Tells a checkpoint after which others are known already, or none yet. */
  void tell(Checkpoint checkpoint, boolean latest) {
    told.addAll(dialect.checkpoint(checkpoint, latest));
    if (dialect.isResting() && latest) {
      told.addAll(dialect.end());
    }
    offset = 0;
  }

  /** The next words of the message of a step. */
  void words(int step, String text) {
    told.addAll(dialect.words(new LiveWords(RUN, RUN + ":" + step, offset, text)));
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

  /** The place that the reader would come back with. */
  Place place() {
    return told.stream()
        .map(Frame::id)
        .filter(id -> id != null)
        .reduce((first, last) -> last)
        .flatMap(Place::read)
        .orElseThrow();
  }

  static Checkpoint planned(long checkpoint, int step, String say) {
    return checkpoint(checkpoint, Entries.planned(RUN, step, say));
  }

  static Checkpoint refused(long checkpoint, int step, String say, String why) {
    return checkpoint(checkpoint, Entries.refused(RUN, step, say, why));
  }

  static Checkpoint observed(long checkpoint, Observation observation) {
    return checkpoint(checkpoint, Entries.observed(1, observation));
  }

  static Checkpoint asked(long checkpoint, int step, String say, String why) {
    return checkpoint(checkpoint, Entries.asked(RUN, step, say, why));
  }

  static Checkpoint ended(long checkpoint, Outcome outcome, String answer) {
    return checkpoint(checkpoint, Entries.ended(outcome, answer));
  }

  static Checkpoint checkpoint(long id, Entry entry) {
    return new Checkpoint(id, id - 1, RUN, entry, Metadata.at(Instant.EPOCH));
  }
}
