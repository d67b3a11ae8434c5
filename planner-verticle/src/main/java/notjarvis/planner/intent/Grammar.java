package notjarvis.planner.intent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** The sentences that are known, in the order in which they are tried. */
final class Grammar {
  private static final String LEAD = "lead";
  private static final String TRAIL = "trail";
  private static final String JOINT = "joint";
  private static final String ALONE = "!";
  private static final String DENIAL = "leave";
  private static final int LONGEST_TRAIL = 5;

  private final Map<String, String> shorthands = new LinkedHashMap<>();
  private final List<Saying> sayings = new ArrayList<>();
  private final List<Template> leads = new ArrayList<>();
  private final List<Template> trails = new ArrayList<>();
  private final List<Template> joints = new ArrayList<>();

  /**
   * One way of saying something.
   *
   * @param intent what is meant
   * @param alone whether it is too vague to be told from the end of a search query
   */
  record Saying(String intent, boolean alone, Template template) {
    /** Whether it says what is not wanted. */
    boolean isDenial() {
      return intent.startsWith(DENIAL);
    }
  }

  Grammar(List<String> lines) {
    lines.forEach(this::read);
  }

  private void read(String line) {
    int colon = line.indexOf(':');
    if (colon < 1) {
      throw new IllegalStateException("not a sentence: " + line);
    }
    String name = line.substring(0, colon).strip();
    String sentence = line.substring(colon + 1).strip();
    if (name.startsWith("@")) {
      shorthands.put(name, "(" + inFull(sentence) + ")");
    } else {
      add(name, TemplateReader.read(inFull(sentence)));
    }
  }

  private String inFull(String sentence) {
    String full = sentence;
    for (Map.Entry<String, String> shorthand : shorthands.entrySet()) {
      full = full.replace(shorthand.getKey(), shorthand.getValue());
    }
    return full;
  }

  private void add(String name, Template template) {
    switch (name) {
      case LEAD -> leads.add(template);
      case TRAIL -> trails.add(template);
      case JOINT -> joints.add(template);
      default -> sayings.add(new Saying(name.replace(ALONE, ""), name.endsWith(ALONE), template));
    }
  }

  List<Saying> sayings() {
    return List.copyOf(sayings);
  }

  /** The sentence without what people say before they come to the point; never empty. */
  Sentence withoutLead(Sentence sentence) {
    return without(sentence, this::leading, true);
  }

  /** The sentence without what people say for politeness at its end; never empty. */
  Sentence withoutTrail(Sentence sentence) {
    return without(sentence, this::trailing, false);
  }

  private static Sentence without(
      Sentence sentence, ToIntFunction<Sentence> filler, boolean before) {
    Sentence rest = sentence;
    int words = filler.applyAsInt(rest);
    while (words > 0 && words < rest.size()) {
      rest = before ? rest.from(words) : rest.part(0, rest.size() - words);
      words = filler.applyAsInt(rest);
    }
    return rest;
  }

  private int leading(Sentence sentence) {
    return longest(leads, sentence);
  }

  private int trailing(Sentence sentence) {
    for (int from = Math.max(0, sentence.size() - LONGEST_TRAIL); from < sentence.size(); from++) {
      Sentence end = sentence.from(from);
      if (trails.stream().anyMatch(trail -> trail.matches(end, slots -> true))) {
        return end.size();
      }
    }
    return 0;
  }

  /** How many words at the beginning join this to what was said before; 0 for none. */
  int joining(Sentence sentence) {
    return longest(joints, sentence);
  }

  private static int longest(List<Template> templates, Sentence sentence) {
    return templates.stream().mapToInt(each -> each.longestPrefix(sentence)).max().orElse(0);
  }
}
