package notjarvis.persistence;

import static notjarvis.persistence.Samples.OTHER_PLANNER;
import static notjarvis.persistence.Samples.PLANNER;
import static notjarvis.persistence.Samples.THREAD;
import static notjarvis.persistence.Samples.answered;
import static notjarvis.persistence.Samples.append;
import static notjarvis.persistence.Samples.begun;
import static notjarvis.persistence.Samples.claim;
import static notjarvis.persistence.Samples.end;
import static notjarvis.persistence.Samples.observed;
import static notjarvis.persistence.Samples.planned;
import static notjarvis.persistence.Samples.present;
import static notjarvis.persistence.Samples.state;

import java.util.Arrays;
import java.util.Set;
import notjarvis.journal.Claim;
import notjarvis.json.Json;
import notjarvis.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * Not a test by its name: {@code scripts/turns} runs it. Prints what there is to load for a turn at
 * the beginning of a conversation and far into it, beside the whole of its state.
 */
class TurnCosts {
  private static final Set<Integer> SHOWN = Set.of(10, 100, 1_000);
  private static final int TRIES = 40;
  private static final String ANSWER = "An answer as long as most are. ".repeat(10);

  @Test
  void printTheCosts() {
    try (TestDatabase database = TestDatabase.createDurable();
        JournalClient journal = JournalClient.on(database.url())) {
      System.out.printf(
          "%-6s %12s %12s %15s %15s%n",
          "turn", "turn, bytes", "turn, ms", "whole, bytes", "whole, ms");
      for (int turn = 1; turn <= 1_000; turn++) {
        Claim claim = begun(journal, THREAD, "goal number " + turn);
        if (SHOWN.contains(turn)) {
          print(journal, turn, claim);
          claim = present(claim(journal, claim.lease().runId(), PLANNER, epoch(database)));
        }
        append(journal, claim.lease(), planned(1), observed(1));
        end(journal, claim.lease(), answered(2, turn + ": " + ANSWER));
      }
    }
  }

  private static long epoch(TestDatabase database) {
    return Long.parseLong(
        Rows.in(database, "SELECT lease_epoch FROM run WHERE status = 'running'").get(0));
  }

  /** The claim is repeated as a takeover, which loads the same. */
  private static void print(JournalClient journal, int turn, Claim first) {
    long[] epoch = {first.lease().epoch()};
    double ms = median(() -> claim(journal, first.lease().runId(), OTHER_PLANNER, epoch[0]++));
    double whole = median(() -> state(journal, THREAD));
    System.out.printf(
        "%-6d %12d %12.2f %15d %15.2f%n",
        turn,
        Json.writeBytes(first).length,
        ms,
        Json.writeBytes(state(journal, THREAD)).length,
        whole);
  }

  private static double median(Runnable load) {
    double[] times = new double[TRIES];
    for (int i = 0; i < TRIES; i++) {
      long begin = System.nanoTime();
      load.run();
      times[i] = (System.nanoTime() - begin) / 1e6;
    }
    Arrays.sort(times);
    return times[TRIES / 2];
  }
}
