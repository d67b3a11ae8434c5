package notjarvis.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import notjarvis.action.Observation;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Committed;
import notjarvis.journal.Entry;
import notjarvis.journal.Journal;
import notjarvis.journal.Verdict;
import notjarvis.run.Outcome;
import notjarvis.run.Runs;

/**
 * A run that is made up: what happens in it, in this order, and what a reader has to know at its
 * end. News gets lost, comes twice and words are missed, as the seed will have it.
 */
final class Story {
  final List<Runnable> happenings = new ArrayList<>();

  /** The messages by their ids, in their order. */
  final Map<String, String> messages = new LinkedHashMap<>();

  final UUID run;
  int results;
  int steers;
  private final RunningGateway gateway;
  private final Random random;
  private final boolean faithful;
  private int step = 1;
  private int word;
  private long checkpoint = 1;

  /**
   * Makes one up.
   *
   * @param faithful whether the words of a message are always those that are journaled
   */
  Story(RunningGateway gateway, UUID run, Random random, boolean faithful) {
    this.gateway = gateway;
    this.run = run;
    this.random = random;
    this.faithful = faithful;
    boolean over = false;
    for (int rounds = 1 + random.nextInt(3); rounds > 0 && !over; rounds--) {
      over = round();
    }
    if (!over) {
      end();
    }
  }

  private boolean happens(int timesIn20) {
    return random.nextInt(20) < timesIn20;
  }

  /** One round; tells whether the run is over with it. */
  private boolean round() {
    if (happens(4)) {
      return ask();
    }
    boolean refuse = happens(4);
    String say = announce(refuse && faithful);
    if (refuse) {
      commit(Entries.refused(run, step, say, "Not now."));
      results++;
    } else {
      commit(Entries.planned(run, step, say));
      observe();
    }
    step++;
    return false;
  }

  private boolean ask() {
    String say = announce(false);
    commit(Entries.asked(run, step, say, "You did not ask for it."));
    if (happens(5)) {
      answer(Verdict.SUPERSEDED);
      String text = text();
      messages.put(run + ":answer", text);
      commit(Entries.ended(Outcome.SUPERSEDED, text));
      return true;
    }
    if (happens(10)) {
      answer(Verdict.GRANTED);
      commit(Entries.planned(run, step, say));
      observe();
    } else {
      answer(Verdict.DENIED);
      commit(Entries.refused(run, step, say, "You said no."));
      results++;
    }
    step++;
    return false;
  }

  private void answer(Verdict verdict) {
    commit(new Entry.ApprovalAnswered(Entries.APPROVAL, verdict, "local"));
  }

  private void observe() {
    commit(Entries.observed(step, Observation.done("Done " + step)));
    results++;
  }

  private void end() {
    Outcome outcome = happens(14) ? Outcome.FINISHED : Outcome.FAILED;
    String text = text();
    speak(text);
    if (happens(3)) {
      commit(new Entry.CancelAsked("local"));
      outcome = Outcome.CANCELLED;
    }
    commit(Entries.ended(outcome, text));
    if (outcome != Outcome.FAILED || faithful) {
      messages.put(run + ":" + step, text);
    }
  }

  /** What the planner says before it acts; sometimes nothing. */
  private String announce(boolean silent) {
    if (silent || happens(5)) {
      if (!faithful) {
        speak(text());
      }
      return "";
    }
    String text = text();
    speak(text);
    messages.put(run + ":" + step, text);
    return text;
  }

  /** Every word of a story is another one, so that none can be told twice unnoticed. */
  private String text() {
    StringBuilder text = new StringBuilder();
    for (int sentences = 1 + random.nextInt(3); sentences > 0; sentences--) {
      for (int words = 1 + random.nextInt(5); words > 0; words--) {
        text.append("word").append(word++).append(happens(2) ? " \uD83D\uDE80 " : " ");
      }
      text.append("stop").append(happens(4) ? ".\n\n" : ". ");
    }
    return text.toString().strip();
  }

  private void speak(String text) {
    if (happens(4)) {
      return;
    }
    if (!faithful && happens(4)) {
      utter("Something else altogether" + word++);
    }
    utter(text);
  }

  private void utter(String text) {
    int restarts = 2;
    int at = 0;
    while (at < text.length() && !happens(1)) {
      int end = Math.min(text.length(), at + 1 + random.nextInt(15));
      if (!happens(1)) {
        words(at, text.substring(at, end));
      }
      at = end;
      if (happens(1)) {
        commit(new Entry.Steered("mind you " + steers++));
      }
      if (restarts > 0 && happens(1)) {
        restarts--;
        at = 0;
      }
    }
  }

  private void words(int offset, String text) {
    int of = step;
    happenings.add(() -> gateway.bus.publish(Runs.WORDS, FakePlanner.words(run, of, offset, text)));
  }

  private void commit(Entry entry) {
    checkpoint += 1 + random.nextInt(2); // other runs of the thread write too
    Checkpoint next = FakeJournal.checkpoint(run, checkpoint, entry);
    int told = happens(4) ? 0 : happens(2) ? 2 : 1;
    happenings.add(() -> write(next, told));
  }

  private void write(Checkpoint next, int told) {
    Committed news = gateway.journal.write(next);
    for (int times = 0; times < told; times++) {
      gateway.bus.publish(Journal.COMMITTED, news);
    }
  }
}
