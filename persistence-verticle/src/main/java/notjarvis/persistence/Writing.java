package notjarvis.persistence;

import java.util.List;
import java.util.UUID;
import notjarvis.journal.Append;
import notjarvis.journal.Lease;
import notjarvis.journal.NewCheckpoint;
import notjarvis.run.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints that are to be written to a run, all or none.
 *
 * @param lease has to hold; null when whoever writes has locked the thread and has looked
 * @param controls how many controls the run may have at most; null when any number will do
 * @param becomes how the run stands with them; null when that does not change
 */
record Writing(
    UUID runId,
    @Nullable Lease lease,
    @Nullable Integer controls,
    @Nullable RunStatus becomes,
    List<NewCheckpoint> checkpoints) {

  /** What a planner appends. */
  static Writing of(Append append) {
    @Nullable RunStatus becomes = append.becomes() == RunStatus.RUNNING ? null : append.becomes();
    Lease lease = append.lease();
    return new Writing(lease.runId(), lease, append.controls(), becomes, append.checkpoints());
  }

  /** What is written under the lock of the thread. */
  static Writing locked(UUID runId, @Nullable RunStatus becomes, List<NewCheckpoint> checkpoints) {
    return new Writing(runId, null, null, becomes, checkpoints);
  }

  /** Some of the checkpoints, the others being there already. */
  Writing only(List<NewCheckpoint> fresh) {
    return new Writing(runId, lease, controls, becomes, fresh);
  }
}
