package notjarvis.persistence;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.UUID;
import notjarvis.journal.Entry;
import notjarvis.journal.Metadata;
import notjarvis.journal.Node;
import notjarvis.json.Json;

/**
 * The two JSON columns of a checkpoint. Text is cleaned of what PostgreSQL cannot keep: NUL
 * characters and halves of surrogate pairs become U+FFFD.
 */
final class JournalJson {
  private static final int VERSION = 1;
  private static final int REPLACEMENT = 0xFFFD;

  private static final ObjectMapper CLEAN =
      Json.mapper()
          .copy()
          .registerModule(
              new SimpleModule()
                  .addSerializer(String.class, new CleanText())
                  .addKeySerializer(String.class, new CleanName()));

  private JournalJson() {}

  /** What changed, with the version of its shape. */
  static String write(Entry entry) {
    ObjectNode json = CLEAN.valueToTree(entry);
    return json.put("version", VERSION).toString();
  }

  /** How it came to be, with what else one would look for in a row. */
  static String write(Metadata metadata, Node node, UUID runId) {
    ObjectNode json = CLEAN.valueToTree(metadata);
    return json.put("node", node.wireName()).put("run", runId.toString()).toString();
  }

  /** What will be read from the JSON that this entry was written as. */
  static Entry asKept(Entry entry, String json) {
    boolean cleaned = json.indexOf(REPLACEMENT) >= 0;
    return cleaned ? entry(json) : entry;
  }

  static Entry entry(String json) {
    return Json.read(json, Entry.class);
  }

  static Metadata metadata(String json) {
    return Json.read(json, Metadata.class);
  }

  static String clean(String text) {
    if (text.codePoints().noneMatch(JournalJson::isUnfit)) {
      return text;
    }
    return text.codePoints()
        .map(character -> isUnfit(character) ? REPLACEMENT : character)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isUnfit(int codePoint) {
    return codePoint == 0
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }

  private static final class CleanText extends JsonSerializer<String> {
    @Override
    public void serialize(String text, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(clean(text));
    }
  }

  private static final class CleanName extends JsonSerializer<String> {
    @Override
    public void serialize(String name, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeFieldName(clean(name));
    }
  }
}
