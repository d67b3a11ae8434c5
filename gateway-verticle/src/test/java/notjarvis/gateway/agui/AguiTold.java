package notjarvis.gateway.agui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import notjarvis.gateway.run.Place;
import notjarvis.gateway.sse.Frame;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Entry;
import notjarvis.journal.Metadata;
import notjarvis.journal.Usage;
import notjarvis.json.Json;
import notjarvis.run.LiveWords;
import notjarvis.thread.ThreadKey;
import org.jspecify.annotations.Nullable;

/** A run that is told as AG-UI events, and what was told of it. */
final class AguiTold {
  static final UUID RUN = UUID.fromString("8c6c0f6e-63a4-4c52-9f43-5fd0c3b1f001");

  final AguiDialect dialect;
  final List<Frame> frames = new ArrayList<>();
  private final OrderRules rules;
  private long checkpoint;
  private int offset;

  AguiTold() {
    this(null, new OrderRules());
  }

  private AguiTold(@Nullable Place after, OrderRules rules) {
    this.dialect = new AguiDialect(ThreadKey.local("t"), RUN, after);
    this.rules = rules;
  }

  /** The same reader on another connection. */
  AguiTold again() {
    return new AguiTold(Place.read(lastId()).orElseThrow(), rules);
  }

  String lastId() {
    return String.valueOf(frames.get(frames.size() - 1).id());
  }

  void tell(Entry entry) {
    tell(entry, true);
  }

  void tell(Entry entry, boolean latest) {
    tell(entry, latest, Usage.NONE);
  }

  void tell(Entry entry, boolean latest, Usage usage) {
    checkpoint++;
    Metadata metadata = new Metadata(Instant.EPOCH, 0, null, usage);
    hear(
        dialect.checkpoint(
            new Checkpoint(checkpoint, checkpoint - 1, RUN, entry, metadata), latest));
    offset = 0;
  }

  void words(int step, String text) {
    hear(dialect.words(new LiveWords(RUN, RUN + ":" + step, offset, text)));
    offset += text.length();
  }

  void restart(int step, String text) {
    offset = 0;
    words(step, text);
  }

  void miss(int characters) {
    offset += characters;
  }

  String message(String id) {
    return rules.messages().getOrDefault(RUN + ":" + id, "nothing");
  }

  /** The events in short: id, type and what tells them apart. */
  List<String> brief() {
    return frames.stream().map(AguiTold::brief).toList();
  }

  JsonNode event(int index) {
    return json(frames.get(index));
  }

  private void hear(List<Frame> more) {
    more.forEach(frame -> rules.take(json(frame)));
    frames.addAll(more);
  }

  private static String brief(Frame frame) {
    JsonNode event = json(frame);
    String id = String.valueOf(frame.id());
    String place = id.chars().filter(c -> c == '.').count() > 1 ? id.replaceFirst("-.*", "") : id;
    for (String key : List.of("delta", "content", "stepName", "name", "outcome", "message")) {
      JsonNode value = event.path(key).has("type") ? event.path(key).path("type") : event.path(key);
      if (value.isTextual()) {
        return place + " " + frame.event() + " " + value.textValue();
      }
    }
    return place + " " + frame.event();
  }

  private static JsonNode json(Frame frame) {
    try {
      return Json.mapper().readTree(frame.lines().get(0));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
