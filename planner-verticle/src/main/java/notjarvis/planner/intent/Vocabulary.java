package notjarvis.planner.intent;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import notjarvis.planner.resource.Lines;

/** Sets of words that the judgement of names and queries rests on, by the name of the set. */
final class Vocabulary {
  private final Map<String, Set<String>> sets = new TreeMap<>();

  Vocabulary() {
    Lines.of("/intents/vocabulary.txt").forEach(this::read);
  }

  private void read(String line) {
    int colon = line.indexOf(':');
    String[] words = line.substring(colon + 1).strip().split("\\s+", -1);
    sets.computeIfAbsent(line.substring(0, colon), name -> new LinkedHashSet<>())
        .addAll(Arrays.asList(words));
  }

  /** The words of a set; a set that the file does not have is a defect. */
  Set<String> set(String name) {
    Set<String> words = sets.get(name);
    if (words == null) {
      throw new IllegalStateException("vocabulary.txt has no \"" + name + "\"");
    }
    return Set.copyOf(words);
  }
}
