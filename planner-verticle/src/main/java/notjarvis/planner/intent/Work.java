package notjarvis.planner.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import notjarvis.action.Observation;
import notjarvis.action.SearchResult;
import notjarvis.journal.Known;
import notjarvis.journal.Step;
import notjarvis.planner.brain.Situation;
import notjarvis.planner.intent.Reference.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The work on the wishes of one goal, one after the other, as far as it has come. Done anew from
 * the same steps it comes to the same place.
 */
final class Work implements Wish.Cases<Progress> {
  private final Situation situation;
  private final Steps steps;
  private final List<SearchResult> foundSoFar = new ArrayList<>();
  private Known known;
  private boolean searched;
  private @Nullable Results found;
  private boolean pointedAt;

  Work(Situation situation, Steps steps) {
    this.situation = situation;
    this.steps = steps;
    this.known = situation.run().before();
  }

  /** How far this wish has come; the next one decides what is worth telling of it. */
  Progress on(Wish wish, @Nullable Wish next) {
    pointedAt =
        next instanceof Wish.OpenReferent pointer && pointer.reference().kind() != Kind.AGAIN;
    return wish.fold(this);
  }

  @Override
  public Progress say(Wish.Say wish) {
    return Progress.Over.well(wish.words().apply(situation));
  }

  @Override
  public Progress impossible(Wish.Impossible wish) {
    return Progress.Over.badly(wish.why());
  }

  @Override
  public Progress search(Wish.Search wish) {
    return search(wish.query(), results -> Progress.Over.well(pointedAt ? "" : results.shown()));
  }

  @Override
  public Progress openAddress(Wish.OpenAddress wish) {
    return open(Request.address(wish), ".");
  }

  @Override
  public Progress openSite(Wish.OpenSite wish) {
    return search(wish.name() + " website", this::openBest);
  }

  /** An app if there is one, else the website of that name. */
  @Override
  public Progress openNamed(Wish.OpenNamed wish) {
    if (!steps.allow(Actions.OPEN_APP)) {
      return findSite(wish.name(), "");
    }
    Request app = Request.app(wish.name());
    Function<Observation, Progress> insteadFind =
        seen -> findSite(wish.name(), " " + Phrases.sentence(seen.text()));
    return take(
        app,
        step -> Reports.failure(step).map(insteadFind).orElseGet(() -> Reports.ran(app, step)));
  }

  @Override
  public Progress launch(Wish.Launch wish) {
    Request app = Request.app(wish.name());
    Wish.OpenAddress site = wish.site();
    if (site == null) {
      return take(app, step -> Reports.ran(app, step));
    }
    Function<Observation, Progress> instead =
        seen -> open(Request.address(site), ", for the app did not open. " + Reports.told(seen));
    return take(
        app, step -> Reports.failure(step).map(instead).orElseGet(() -> Reports.ran(app, step)));
  }

  @Override
  public Progress screenshot(Wish.Screenshot wish) {
    return takeWell(Request.screenshot(wish), Reports::pictured);
  }

  @Override
  public Progress openReferent(Wish.OpenReferent wish) {
    Reference reference = wish.reference();
    if (searched && reference.kind() != Kind.AGAIN) {
      return openFound(reference);
    }
    Referents referents = new Referents(known);
    return referents
        .request(reference)
        .map(request -> open(request, "."))
        .orElseGet(() -> Progress.Over.badly(referents.nothing(reference)));
  }

  private Progress openFound(Reference reference) {
    if (found == null) {
      return Progress.Over.badly("So there was nothing to open.");
    }
    Results results = found;
    Optional<SearchResult> meant =
        switch (reference.kind()) {
          case THAT, THEIRS, AGAIN -> Optional.of(results.best());
          case LAST -> results.at(results.list().size());
          case NTH, BARE -> results.at(reference.number());
        };
    return meant
        .map(result -> open(results, result))
        .orElseGet(
            () ->
                Progress.Over.badly(Referents.noNumber(reference.number(), results.list().size())));
  }

  private Progress findSite(String name, String why) {
    if (!steps.allow(Actions.SEARCH)) {
      return Progress.Over.badly(
          "I know no website and no app called \""
              + name
              + "\"."
              + why
              + " Say its address, such as \"open example.com\".");
    }
    return search(name + " official website", results -> openCalled(name, results));
  }

  /** Of a name alone nobody can tell whether the first result is what was meant. */
  private Progress openCalled(String name, Results results) {
    return results
        .called(name)
        .map(result -> open(results, result))
        .orElseGet(() -> Progress.Over.badly(unclear(name) + results.shown()));
  }

  private static String unclear(String name) {
    return "I found no site that is clearly \"" + name + "\". ";
  }

  private Progress search(String query, Function<Results, Progress> then) {
    searched = true;
    found = null;
    return takeWell(Request.search(query), seen -> found(query, seen, then));
  }

  private Progress found(String query, Observation seen, Function<Results, Progress> then) {
    Results results = new Results(query, seen.results());
    if (results.list().isEmpty()) {
      return Progress.Over.badly("The search for \"" + results.shownQuery() + "\" found nothing.");
    }
    found = results;
    return then.apply(results);
  }

  private Progress openBest(Results results) {
    return open(results, results.best());
  }

  private Progress open(Results results, SearchResult result) {
    return open(Request.result(result), ", " + results.placeOf(result) + ".");
  }

  private Progress open(Request request, String ending) {
    return takeWell(
        request,
        seen -> Progress.Over.well("Asked your browser to open " + request.thing() + ending));
  }

  private Progress takeWell(Request request, Function<Observation, Progress> then) {
    return take(
        request, step -> Reports.success(step).map(then).orElseGet(() -> request.unfinished(step)));
  }

  private Progress take(Request request, Function<Step, Progress> then) {
    return steps.take(request, step -> then.apply(learned(step)));
  }

  /** What the steps before have found and opened is known to the wishes behind them. */
  private Step learned(Step step) {
    Observation seen = step.observation();
    if (seen != null) {
      Object query = step.action().arguments().get("query");
      known = known.after(seen, foundSoFar, query instanceof String sought ? sought : null);
      foundSoFar.addAll(seen.results());
    }
    return step;
  }
}
