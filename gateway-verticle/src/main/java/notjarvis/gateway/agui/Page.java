package notjarvis.gateway.agui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import notjarvis.gateway.run.Place;
import notjarvis.gateway.run.Shown;
import notjarvis.gateway.sse.Frame;
import notjarvis.journal.Checkpoint;
import notjarvis.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What is told of one checkpoint. Its events are numbered by what the checkpoint says alone,
 * however much of it was told live; those that the reader has are left out.
 */
final class Page {
  private final Place before;
  private final Checkpoint checkpoint;
  private final @Nullable Place after;
  private final List<Frame> frames = new ArrayList<>();
  private int parts;

  /**
   * An empty page.
   *
   * @param before the last event of the checkpoint before
   * @param after the place that the reader resumes after; null for one who had nothing
   */
  Page(Place before, Checkpoint checkpoint, @Nullable Place after) {
    this.before = before;
    this.checkpoint = checkpoint;
    this.after = after;
  }

  /** The next event. */
  void add(ObjectNode event) {
    add(event, null);
  }

  /**
   * The next event.
   *
   * @param open what was told of a message that stays open meanwhile
   */
  void add(ObjectNode event, @Nullable Shown open) {
    if (!readerHasNext()) {
      Place place = new Place(checkpoint.checkpointId(), parts, open);
      event.put("timestamp", checkpoint.metadata().at().toEpochMilli());
      frames.add(frame(place, event));
    }
    parts++;
  }

  /** The next event need not be told. */
  void skip() {
    parts++;
  }

  /** An event that is no part of the checkpoint; it moves the reader on to nowhere else. */
  void aside(Place place, ObjectNode event) {
    frames.add(frame(place, event));
  }

  /** Whether the reader was told the next event on an earlier connection. */
  boolean readerHasNext() {
    return after != null && after.hasPassed(checkpoint.checkpointId(), parts);
  }

  /** The last event of the checkpoint before. */
  Place before() {
    return before;
  }

  /** The last event of this checkpoint so far. */
  Place last() {
    return Place.of(checkpoint.checkpointId(), parts - 1);
  }

  List<Frame> frames() {
    return List.copyOf(frames);
  }

  static Frame frame(Place place, ObjectNode event) {
    return new Frame(place.toString(), event.path("type").textValue(), List.of(Json.write(event)));
  }
}
