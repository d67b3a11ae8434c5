package notjarvis.gateway.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import notjarvis.history.RunView;
import notjarvis.history.ThreadPage;
import notjarvis.history.ThreadView;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Entry;
import notjarvis.journal.Message;
import notjarvis.journal.Metadata;
import notjarvis.journal.Node;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a thread as it is answered.
 *
 * @param messages what was said in it
 * @param nextBefore to be asked for as {@code before} to get what comes before it; null when
 *     nothing does
 */
record Stretch(
    ThreadView thread,
    List<Message> messages,
    List<RunView> runs,
    List<Noted> checkpoints,
    @Nullable Long nextBefore) {

  /** A checkpoint, and the node that it is the work of. */
  record Noted(
      long checkpointId,
      @Nullable Long parentCheckpointId,
      UUID runId,
      Node node,
      Entry entry,
      Metadata metadata) {
    static Noted of(Checkpoint checkpoint) {
      return new Noted(
          checkpoint.checkpointId(),
          checkpoint.parentCheckpointId(),
          checkpoint.runId(),
          checkpoint.entry().node(),
          checkpoint.entry(),
          checkpoint.metadata());
    }
  }

  static Stretch of(ThreadPage page) {
    List<Checkpoint> checkpoints = page.checkpoints();
    return new Stretch(
        page.thread(),
        checkpoints.stream().map(Stretch::message).flatMap(Optional::stream).toList(),
        page.runs(),
        checkpoints.stream().map(Noted::of).toList(),
        checkpoints.isEmpty() ? null : before(checkpoints.get(0)));
  }

  private static @Nullable Long before(Checkpoint first) {
    return first.checkpointId() > 1 ? first.checkpointId() : null;
  }

  private static Optional<Message> message(Checkpoint checkpoint) {
    return checkpoint.entry().fold(new Saying(checkpoint));
  }
}
