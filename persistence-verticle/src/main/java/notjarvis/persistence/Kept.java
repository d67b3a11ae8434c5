package notjarvis.persistence;

import java.util.List;
import java.util.UUID;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Entry;
import notjarvis.journal.Metadata;
import notjarvis.journal.NewCheckpoint;
import notjarvis.journal.Node;

/**
 * A checkpoint as the journal keeps it.
 *
 * @param entry as it is read again: cleaned of what cannot be kept
 * @param json the entry in its column
 * @param metadataJson the metadata in theirs
 */
record Kept(
    UUID runId,
    String appendKey,
    Entry entry,
    String json,
    Metadata metadata,
    String metadataJson) {

  static List<Kept> all(Writing writing) {
    return writing.checkpoints().stream().map(each -> of(writing.runId(), each)).toList();
  }

  private static Kept of(UUID runId, NewCheckpoint checkpoint) {
    Entry entry = checkpoint.entry();
    String json = JournalJson.write(entry);
    String metadata = JournalJson.write(checkpoint.metadata(), entry.node(), runId);
    return new Kept(
        runId,
        checkpoint.appendKey(),
        JournalJson.asKept(entry, json),
        json,
        checkpoint.metadata(),
        metadata);
  }

  Node node() {
    return entry.node();
  }

  Checkpoint numbered(long id) {
    return new Checkpoint(id, id == 1 ? null : id - 1, runId, entry, metadata);
  }
}
