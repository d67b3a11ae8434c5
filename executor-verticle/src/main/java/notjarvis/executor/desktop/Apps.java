package notjarvis.executor.desktop;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import notjarvis.action.Observation;

/** The applications of this computer, found by what a person calls them. */
final class Apps {
  private static final int MOST_OFFERED = 5;
  private static final int SHORTEST_BEGINNING = 3;

  /** From certain to vague: the first that fits any application at all decides. */
  private static final List<BiPredicate<App, String>> FITS =
      List.of(
          (app, wanted) -> app.name().equalsIgnoreCase(wanted),
          (app, wanted) -> app.aliases().stream().anyMatch(wanted::equalsIgnoreCase),
          Apps::hasItsWords,
          Apps::hasWordsThatBeginSo);

  private final List<App> all;

  Apps(Collection<App> all) {
    this.all = List.copyOf(all);
  }

  /** Starts the one application that fits the name; else says which others come near. */
  Observation start(AppName name, Function<App, Observation> start) {
    List<App> fitting = fitting(name.text());
    if (fitting.size() == 1) {
      return start.apply(fitting.get(0));
    }
    return Observation.failed(fitting.isEmpty() ? unknown(name) : ambiguous(name, fitting));
  }

  private List<App> fitting(String wanted) {
    return FITS.stream()
        .map(fits -> all.stream().filter(app -> fits.test(app, wanted)).toList())
        .filter(apps -> !apps.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static boolean hasItsWords(App app, String wanted) {
    Set<String> words = app.words().collect(Collectors.toSet());
    List<String> wantedWords = App.wordsOf(wanted).toList();
    return !wantedWords.isEmpty() && words.containsAll(wantedWords);
  }

  private static boolean hasWordsThatBeginSo(App app, String wanted) {
    List<String> words = app.words().toList();
    return wanted.length() >= SHORTEST_BEGINNING
        && App.wordsOf(wanted).findAny().isPresent()
        && App.wordsOf(wanted)
            .allMatch(beginning -> words.stream().anyMatch(word -> word.startsWith(beginning)));
  }

  private static String ambiguous(AppName name, List<App> fitting) {
    return "Several applications answer to \""
        + name.text()
        + "\": "
        + offer(fitting)
        + ". Say which one.";
  }

  private String unknown(AppName name) {
    List<App> near =
        all.stream()
            .filter(app -> Likeness.isNear(name.text(), app))
            .sorted(Comparator.comparingInt(app -> Likeness.distance(name.text(), app.name())))
            .toList();
    String unknown = "No application called \"" + name.text() + "\" is installed here.";
    return near.isEmpty() ? unknown : unknown + " These come near: " + offer(near) + ".";
  }

  private static String offer(List<App> apps) {
    List<App> offered = apps.stream().limit(MOST_OFFERED).toList();
    String names =
        offered.stream().map(app -> shown(app, offered)).collect(Collectors.joining(", "));
    int more = apps.size() - offered.size();
    return more == 0 ? names : names + " and " + more + " more";
  }

  /** Two of the same name can be told apart, and asked for, by their ids. */
  private static String shown(App app, List<App> offered) {
    Stream<App> namesakes = offered.stream().filter(other -> other.name().equals(app.name()));
    return namesakes.count() == 1 ? app.name() : app.name() + " (" + app.id() + ")";
  }
}
