package notjarvis.planner.intent;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import notjarvis.planner.brain.Brain;
import notjarvis.planner.brain.Decision;
import notjarvis.planner.brain.Situation;
import notjarvis.planner.brain.Thought;
import notjarvis.planner.brain.Words;
import notjarvis.planner.intent.Reference.Kind;
import notjarvis.planner.resource.Lines;
import notjarvis.planner.site.KnownSites;
import notjarvis.run.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Carries out everyday commands without a model. It answers only what it understands as a whole; of
 * everything else it says that another brain may know. It keeps nothing: the last words say what is
 * wanted, the steps of the run since then how far it has come.
 */
public final class LocalIntents implements Brain {
  private static final String NAME = "intents";
  private static final String NOTHING_TO_DO = "All right, I did nothing.";
  private static final int LONGEST_GOAL = 1_000;
  private static final String WARM_UP = "what is 1 + 1 and open example.com";

  private final Listener listener;

  public LocalIntents() {
    Grammar grammar = new Grammar(Lines.of("/intents/sentences.txt"));
    listener = new Listener(grammar, new Meanings(new Vocabulary(), new KnownSites()));
    // Loads the classes and tables that the first goal would have to wait for.
    listener.understand(WARM_UP);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Future<Optional<Thought>> decide(Situation asked, Words words, Future<Void> unwanted) {
    Situation situation = asked.sinceLastWords();
    String goal = situation.run().goal();
    Optional<List<Wish>> wishes =
        goal.length() > LONGEST_GOAL ? Optional.empty() : listener.understand(goal);
    return Future.succeededFuture(
        wishes
            .filter(understood -> makesSense(understood, situation))
            .flatMap(understood -> decide(situation, understood))
            .map(decision -> Thought.free(decision, NAME)));
  }

  private static boolean makesSense(List<Wish> wishes, Situation situation) {
    return numbersMakeSense(wishes, situation)
        && IntStream.range(1, wishes.size())
            .noneMatch(at -> isUncertain(wishes.get(at - 1), wishes.get(at)));
  }

  /** "take a screenshot and open it" means the picture, "open x and search for y" a search in x. */
  private static boolean isUncertain(Wish before, Wish after) {
    if (after instanceof Wish.OpenReferent pointer) {
      return before instanceof Wish.Screenshot && pointer.reference().kind() == Kind.THAT;
    }
    boolean opened =
        Stream.of(
                Wish.OpenAddress.class,
                Wish.OpenSite.class,
                Wish.OpenNamed.class,
                Wish.Launch.class)
            .anyMatch(kind -> kind.isInstance(before));
    return opened && after instanceof Wish.Search;
  }

  /** A number alone means something only where there are results, or behind another number. */
  private static boolean numbersMakeSense(List<Wish> wishes, Situation situation) {
    return IntStream.range(0, wishes.size())
        .filter(at -> isPick(wishes.get(at), Set.of(Kind.BARE)))
        .allMatch(at -> at == 0 ? standsAlone(wishes, situation) : followsPick(wishes, at));
  }

  private static boolean standsAlone(List<Wish> wishes, Situation situation) {
    return !situation.run().before().results().isEmpty()
        && wishes.stream().allMatch(wish -> isPick(wish, Set.of(Kind.BARE)));
  }

  private static boolean followsPick(List<Wish> wishes, int at) {
    return isPick(wishes.get(at - 1), Set.of(Kind.NTH, Kind.BARE));
  }

  private static boolean isPick(Wish wish, Set<Kind> kinds) {
    return wish instanceof Wish.OpenReferent open && kinds.contains(open.reference().kind());
  }

  private static Optional<Decision> decide(Situation situation, List<Wish> wishes) {
    Steps steps = new Steps(situation);
    Work work = new Work(situation, steps);
    List<Progress.Over> over = new ArrayList<>();
    Optional<Decision> act = Optional.empty();
    for (int at = 0; at < wishes.size() && act.isEmpty(); at++) {
      Progress turn = work.on(wishes.get(at), next(wishes, at));
      act = turn.fold(next -> Optional.of(next.act()), ended -> noted(ended, over));
    }
    Decision decision = act.orElseGet(() -> finish(over));
    return steps.areAstray() ? Optional.empty() : Optional.of(decision);
  }

  private static Optional<Decision> noted(Progress.Over ended, List<Progress.Over> over) {
    over.add(ended);
    return Optional.empty();
  }

  private static @Nullable Wish next(List<Wish> wishes, int at) {
    return at + 1 < wishes.size() ? wishes.get(at + 1) : null;
  }

  /** One message: a paragraph if its parts are plain sentences, else a line for each part. */
  private static Decision finish(List<Progress.Over> over) {
    Outcome outcome =
        over.stream().allMatch(Progress.Over::well) ? Outcome.FINISHED : Outcome.FAILED;
    List<String> told =
        over.stream()
            .map(Progress.Over::report)
            .filter(report -> !report.isEmpty())
            .distinct()
            .toList();
    boolean sentences = told.stream().allMatch(LocalIntents::isSentence);
    String answer = String.join(sentences ? " " : "\n", told);
    return new Decision.Finish(outcome, answer.isEmpty() ? NOTHING_TO_DO : answer);
  }

  private static boolean isSentence(String report) {
    return report.indexOf('\n') < 0 && !Character.isDigit(report.charAt(report.length() - 1));
  }
}
