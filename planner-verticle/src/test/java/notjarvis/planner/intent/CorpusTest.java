package notjarvis.planner.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import notjarvis.planner.resource.Lines;
import org.junit.jupiter.api.Test;

/** Every sentence of {@code corpus.txt} leads to what stands beside it. */
final class CorpusTest {
  private static final LocalIntents BRAIN = new LocalIntents();
  private static final List<Example> EXAMPLES = examples();

  /** A sentence, the goals that were given before it, and what it leads to. */
  private record Example(List<String> before, String sentence, List<String> expected) {
    Stream<String> misses() {
      Conversation conversation = new Conversation(BRAIN);
      before.forEach(goal -> new World(conversation).live(goal));
      List<String> happened = new World(conversation).live(sentence);
      return fits(happened)
          ? Stream.empty()
          : Stream.of(
              "\n  " + sentence + "\n    expected " + expected + "\n    got      " + happened);
    }

    private boolean fits(List<String> happened) {
      for (int at = 0; at < expected.size(); at++) {
        if (at >= happened.size() || !fits(expected.get(at), happened.get(at))) {
          return false;
        }
      }
      return true;
    }

    private static boolean fits(String expected, String happened) {
      return expected.startsWith("says ")
          ? happened.contains(expected.substring("says ".length()))
          : happened.equals(expected);
    }
  }

  @Test
  void everySentenceLeadsToWhatStandsBesideIt() {
    List<String> misses = EXAMPLES.stream().flatMap(Example::misses).toList();

    assertThat(misses).as("sentences that lead elsewhere").isEmpty();
  }

  @Test
  void theCorpusIsLargeAndKnowsWhatIsNotToBeAnswered() {
    long unanswered =
        EXAMPLES.stream().filter(example -> example.expected().equals(List.of("-"))).count();

    assertThat(EXAMPLES).hasSizeGreaterThanOrEqualTo(150);
    assertThat(unanswered).isGreaterThanOrEqualTo(40);
  }

  private static List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    List<String> before = List.of();
    for (String line : Lines.of("/intents/corpus.txt")) {
      if (line.startsWith("after:")) {
        before =
            Stream.of(line.substring("after:".length()).split(" > ", -1))
                .map(String::strip)
                .filter(g -> !g.isEmpty())
                .toList();
      } else {
        String[] sides = line.split("\\s+=>\\s+", 2);
        examples.add(new Example(before, sides[0], List.of(sides[1].split(" > ", -1))));
      }
    }
    return examples;
  }
}
