package notjarvis.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import notjarvis.action.Observation;
import notjarvis.action.SearchResult;
import org.jspecify.annotations.Nullable;

/**
 * What a thread amounts to: the fold of its checkpoints. Messages, results and opened sites outlast
 * a run; {@link RunState} does not.
 *
 * @param messages what was said, oldest first
 * @param known what was found and opened
 * @param run the run that is being worked on; null between runs
 * @param waiting goals that were given while another run was under way, oldest first
 * @param earlier what was said before the messages, in brief; empty when they are all there is
 */
public record ThreadState(
    int version,
    List<Message> messages,
    Known known,
    @Nullable RunState run,
    List<Waiting> waiting,
    String earlier) {
  /** The version of this shape in JSON. */
  public static final int VERSION = 1;

  /** A thread in which nothing has happened yet. */
  public static final ThreadState EMPTY =
      new ThreadState(VERSION, List.of(), Known.NOTHING, null, List.of(), "");

  /** A goal whose run has not begun. */
  public record Waiting(UUID runId, String goal, Instant at) {}

  public ThreadState {
    messages = List.copyOf(messages);
    waiting = List.copyOf(waiting);
  }

  /** A thread of which nothing was left out. */
  public ThreadState(
      int version,
      List<Message> messages,
      Known known,
      @Nullable RunState run,
      List<Waiting> waiting) {
    this(version, messages, known, run, waiting, "");
  }

  /** The numbered results that "the second one" refers to. */
  public List<SearchResult> results() {
    return known.results();
  }

  /** The web addresses that were opened here, newest first. */
  public List<String> opened() {
    return known.opened();
  }

  /** The state after all of these. */
  public static ThreadState of(List<Checkpoint> history) {
    return EMPTY.after(history);
  }

  /** The state after these too. */
  public ThreadState after(List<Checkpoint> more) {
    ThreadState state = this;
    for (Checkpoint checkpoint : more) {
      state = state.after(checkpoint);
    }
    return state;
  }

  /** The state after one more checkpoint. */
  public ThreadState after(Checkpoint checkpoint) {
    return checkpoint
        .entry()
        .fold(new Change(this, checkpoint.runId(), checkpoint.metadata().at()));
  }

  ThreadState given(Waiting goal) {
    if (run != null) {
      return new ThreadState(version, messages, known, run, plus(waiting, goal), earlier);
    }
    Message message = new Message(Message.Role.USER, goal.goal(), goal.runId(), goal.at());
    RunState begun = RunState.begin(goal.runId(), goal.goal(), known);
    return new ThreadState(version, plus(messages, message), known, begun, waiting, earlier);
  }

  /** What the person says to a run is part of the conversation. */
  ThreadState steered(Message words) {
    RunState current = current(words.runId());
    if (current == null) {
      return this;
    }
    Said.Steer steer = new Said.Steer(words.text(), known, current.loopCount());
    RunState after = current.hearing(current.said().steered(steer));
    return new ThreadState(version, plus(messages, words), known, after, waiting, earlier);
  }

  ThreadState heard(UUID runId, UnaryOperator<Said> change) {
    RunState current = current(runId);
    return current == null ? this : with(current.hearing(change.apply(current.said())));
  }

  ThreadState step(UUID runId, Step step) {
    RunState current = current(runId);
    return current == null ? this : with(current.with(step));
  }

  ThreadState observed(UUID runId, int step, Observation seen) {
    RunState current = current(runId);
    if (current == null) {
      return this;
    }
    List<SearchResult> before = current.found();
    Observation numbered = seen.withResults(numberedOn(before.size(), seen.results()));
    RunState after = current.observed(step, numbered);
    Known now = known.after(numbered, before, query(current, step));
    return new ThreadState(version, messages, now, after, waiting, earlier);
  }

  private static @Nullable String query(RunState run, int step) {
    return run.executorMemory().stream()
        .filter(each -> each.step() == step)
        .map(each -> each.action().arguments().get("query"))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .findFirst()
        .orElse(null);
  }

  /** A run's results are numbered on from search to search; an earlier run's are replaced. */
  private static List<SearchResult> numberedOn(int before, List<SearchResult> found) {
    return found.stream().map(result -> result.withNumber(before + result.number())).toList();
  }

  ThreadState answered(Message answer) {
    List<Message> said = plus(messages, answer);
    if (current(answer.runId()) == null) {
      List<Waiting> left =
          waiting.stream().filter(goal -> !goal.runId().equals(answer.runId())).toList();
      return new ThreadState(version, said, known, run, left, earlier);
    }
    ThreadState idle = new ThreadState(version, said, known, null, List.of(), earlier);
    ThreadState next = idle;
    for (Waiting goal : waiting) {
      next = next.given(goal);
    }
    return next;
  }

  private ThreadState with(RunState changed) {
    return new ThreadState(version, messages, known, changed, waiting, earlier);
  }

  private @Nullable RunState current(UUID runId) {
    return run != null && run.runId().equals(runId) ? run : null;
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static <T> List<T> plus(List<T> list, T last) {
    return joined(list, List.of(last));
  }
}
