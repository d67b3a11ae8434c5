package notjarvis.planner.gemini;

import java.util.stream.Stream;
import notjarvis.planner.brain.Situation;
import notjarvis.planner.gemini.GenerateRequest.Content;
import notjarvis.planner.gemini.GenerateRequest.GenerationConfig;

/** What is asked in one situation, and how the answer is read. */
record Question(
    Content system, GenerationConfig config, Situation situation, DecisionReader reader) {
  private static final int REPEATED = 2_000;

  /** Asks for the next decision. */
  GenerateRequest request() {
    return request(turns());
  }

  /** Asks once more, after an answer that cannot be used. */
  GenerateRequest repair(String answer, String why) {
    String bad = Outside.marked(Stream.of(Outside.block(answer, REPEATED)));
    return request(
        turns()
            .user(
                "[Your last answer cannot be used]\n%s\nWhat is wrong: %s\nAnswer again."
                    .formatted(bad, Outside.line(why, REPEATED))));
  }

  Reading read(Answer answer) {
    return reader.read(answer);
  }

  private Turns turns() {
    return Turns.of(situation.thread()).user(WorkState.of(situation));
  }

  private GenerateRequest request(Turns turns) {
    return new GenerateRequest(system, turns.contents(), config);
  }
}
