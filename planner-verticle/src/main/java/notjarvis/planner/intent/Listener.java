package notjarvis.planner.intent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import notjarvis.planner.intent.Word.Pause;

/**
 * Understands what a person wants when all of it is said in sentences that are known. Where two
 * wishes may be joined, they are taken apart only if both sides are understood; else the joint is
 * part of what is said, as in "search for salt and pepper".
 */
final class Listener {
  private static final int MOST_JOINTS = 12;
  private static final int MOST_WISHES = 6;

  private final Grammar grammar;
  private final Meanings meanings;

  Listener(Grammar grammar, Meanings meanings) {
    this.grammar = grammar;
    this.meanings = meanings;
    grammar.sayings().forEach(saying -> meanings.require(saying.intent()));
  }

  /** The wishes in their order; empty when a part of the goal is not understood. */
  Optional<List<Wish>> understand(String goal) {
    Sentence sentence = Sentence.of(goal);
    Sentence point = grammar.withoutTrail(sentence);
    return understand(point).or(() -> understand(sentence)).map(Understood::wishes);
  }

  private Optional<Understood> understand(Sentence sentence) {
    List<Joint> joints = joints(sentence);
    return new Understanding(sentence, joints.size() > MOST_JOINTS ? List.of() : joints)
        .from(0)
        .filter(understood -> understood.wishes().size() <= MOST_WISHES);
  }

  private List<Joint> joints(Sentence sentence) {
    List<Joint> joints = new ArrayList<>();
    for (int at = 1; at < sentence.size(); at++) {
      Word before = sentence.words().get(at - 1);
      boolean within = before.quoted() && sentence.words().get(at).quoted();
      int joining = within ? 0 : grammar.joining(sentence.from(at));
      if ((joining > 0 || before.after() != Pause.NONE) && at + joining < sentence.size()) {
        joints.add(new Joint(at, at + joining, before.after()));
      }
    }
    return joints;
  }

  /** A place where one wish may end and another begin, with the pause that is made there. */
  private record Joint(int left, int right, Pause pause) {}

  /**
   * Wishes.
   *
   * @param vague whether the first of them was said too vaguely to follow a search
   * @param denial whether it is a no, which without a pause reaches over an "and"
   */
  private record Understood(List<Wish> wishes, boolean vague, boolean denial) {
    boolean mayFollow(Understood left, Joint joint) {
      boolean openEnded = left.wishes.stream().anyMatch(Wish.Search.class::isInstance);
      boolean reached = left.denial && joint.pause() == Pause.NONE;
      return !reached && (joint.pause() == Pause.FIRM || !openEnded || !vague);
    }

    Understood then(Understood right) {
      List<Wish> all = new ArrayList<>(wishes);
      all.addAll(right.wishes);
      return new Understood(List.copyOf(all), vague, denial);
    }
  }

  /** The work on one goal; remembers what it made of each ending. */
  private final class Understanding {
    private final Sentence sentence;
    private final List<Joint> joints;
    private final Map<Integer, Optional<Understood>> endings = new HashMap<>();

    Understanding(Sentence sentence, List<Joint> joints) {
      this.sentence = sentence;
      this.joints = joints;
    }

    Optional<Understood> from(int start) {
      Optional<Understood> known = endings.get(start);
      if (known == null) {
        int point = sentence.size() - grammar.withoutLead(sentence.from(start)).size();
        known = apart(point).or(() -> whole(point)).or(() -> asSaid(start, point));
        endings.put(start, known);
      }
      return known;
    }

    private Optional<Understood> asSaid(int start, int point) {
      return start == point ? Optional.empty() : apart(start).or(() -> whole(start));
    }

    private Optional<Understood> whole(int start) {
      return one(sentence.from(start));
    }

    private Optional<Understood> apart(int start) {
      return joints.stream()
          .filter(joint -> joint.left() > start)
          .flatMap(joint -> apart(start, joint).stream())
          .findFirst();
    }

    private Optional<Understood> apart(int start, Joint joint) {
      return one(sentence.part(start, joint.left()))
          .flatMap(
              left ->
                  from(joint.right())
                      .filter(right -> right.mayFollow(left, joint))
                      .map(left::then));
    }
  }

  private Optional<Understood> one(Sentence said) {
    if (said.isEmpty() || said.hasFullStop()) {
      return Optional.empty();
    }
    return readings(said).stream().flatMap(reading -> meant(reading).stream()).findFirst();
  }

  /** Without politeness first, then with it, for it may be what the sentence is about. */
  private Set<Sentence> readings(Sentence said) {
    Set<Sentence> readings = new LinkedHashSet<>();
    readings.add(grammar.withoutTrail(grammar.withoutLead(said)));
    readings.add(grammar.withoutLead(said));
    readings.add(grammar.withoutTrail(said));
    readings.add(said);
    return readings;
  }

  private Optional<Understood> meant(Sentence said) {
    List<Wish> wishes = new ArrayList<>();
    return grammar.sayings().stream()
        .filter(
            saying ->
                saying
                    .template()
                    .matches(said, slots -> wishes.addAll(meanings.of(saying.intent(), slots))))
        .findFirst()
        .map(saying -> new Understood(List.copyOf(wishes), saying.alone(), saying.isDenial()));
  }
}
