package notjarvis.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import notjarvis.planner.resource.Lines;
import org.junit.jupiter.api.Test;

/** Every sentence of {@code corpus.txt} leads to what stands beside it, policy and all. */
final class CorpusTest {
  private static final List<Example> EXAMPLES = examples();

  /** A sentence, the goals that were given before it, and what it leads to. */
  private record Example(List<String> before, String sentence, List<String> expected) {
    Stream<String> misses(Everyday day) {
      List<String> happened = day.live(before, sentence);
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
      return happened.stream().noneMatch(each -> each.startsWith("refused"));
    }

    private static boolean fits(String expected, String happened) {
      return expected.startsWith("says ")
          ? happened.contains(expected.substring("says ".length()))
          : happened.equals(expected);
    }
  }

  @Test
  void everySentenceLeadsToWhatStandsBesideIt() {
    try (Everyday day = new Everyday()) {
      List<String> misses = EXAMPLES.stream().flatMap(each -> each.misses(day)).toList();

      assertThat(misses).as("sentences that lead elsewhere").isEmpty();
    }
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
        before = goals(line.substring("after:".length()));
      } else {
        String[] sides = line.split("\\s+=>\\s+", 2);
        examples.add(new Example(before, sides[0], List.of(sides[1].split(" > ", -1))));
      }
    }
    return examples;
  }

  private static List<String> goals(String said) {
    return Stream.of(said.split(" > ", -1))
        .map(String::strip)
        .filter(goal -> !goal.isEmpty())
        .toList();
  }
}
