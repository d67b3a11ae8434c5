package notjarvis.launcher.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import notjarvis.action.Action;
import notjarvis.action.Observation;
import notjarvis.journal.Entry;

/** What the journal says of one run, beside what the outside saw. */
final class RunAudit {
  private final UUID runId;
  private final Map<Integer, Action> planned = new TreeMap<>();
  private final Map<Integer, Observation> observed = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private int entries;
  private int answers;

  RunAudit(UUID runId) {
    this.runId = runId;
  }

  /** Whether a stream says something of it. */
  static boolean isTold(Entry entry) {
    return !(entry instanceof Entry.GoalGiven
        || entry instanceof Entry.Steered
        || entry instanceof Entry.CancelAsked
        || entry instanceof Entry.ApprovalAnswered);
  }

  void take(Entry entry) {
    entries++;
    if ((entries == 1) != (entry instanceof Entry.GoalGiven)) {
      fault("has its goal in another place than the first");
    }
    if (answers > 0) {
      fault("goes on after its answer");
    }
    if (entry instanceof Entry.ActionPlanned plan) {
      if (planned.put(plan.step(), plan.action()) != null) {
        fault("planned step " + plan.step() + " twice");
      }
    } else if (entry instanceof Entry.ActionObserved seen) {
      if (!planned.containsKey(seen.step()) || observed.containsKey(seen.step())) {
        fault("observed step " + seen.step() + " twice, or without a plan");
      }
      observed.put(seen.step(), seen.observation());
    } else if (entry instanceof Entry.AnswerGiven) {
      answers++;
    }
  }

  private void fault(String what) {
    faults.add("run " + runId + " " + what);
  }

  /** What is wrong with it. */
  List<String> faults(Map<String, Long> effects) {
    planned.forEach((step, action) -> checkReport(step, action, effects));
    return faults;
  }

  private void checkReport(int step, Action action, Map<String, Long> effects) {
    Object address = action.arguments().get("url");
    if (!(address instanceof String url)) {
      return;
    }
    boolean happened = effects.containsKey(url);
    Observation seen = observed.get(step);
    if (seen == null) {
      fault("says nothing of step " + step + ", which " + (happened ? "happened" : "was planned"));
    } else if (seen.status() == Observation.Status.OK && !happened) {
      fault("says that " + url + " was opened, and it was not");
    } else if (seen.status() == Observation.Status.FAILED && happened) {
      fault("says that " + url + " was not opened, and it was");
    }
  }

  /** How many effects it was to have. */
  int planned() {
    return (int)
        planned.values().stream().filter(each -> each.arguments().containsKey("url")).count();
  }

  int unknown() {
    return (int)
        observed.values().stream()
            .filter(seen -> seen.status() == Observation.Status.UNKNOWN)
            .count();
  }
}
