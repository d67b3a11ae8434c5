package notjarvis.planner.intent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import notjarvis.planner.brain.Situation;
import notjarvis.planner.intent.Reference.Kind;
import notjarvis.planner.site.KnownSites;

/** What is meant by each intent of the grammar. */
final class Meanings {
  private static final String NAME = "name";

  private final Map<String, Function<Slots, List<Wish>>> meanings;

  /** What a sentence filled in. */
  private record Slots(Map<String, Sentence> filled) {
    Sentence get(String name) {
      Sentence slot = filled.get(name);
      if (slot == null) {
        throw new IllegalStateException("the sentence has no {" + name + "}");
      }
      return slot;
    }

    Optional<Sentence> find(String name) {
      return Optional.ofNullable(filled.get(name));
    }
  }

  Meanings(Vocabulary vocabulary, KnownSites sites) {
    Targets targets = new Targets(vocabulary, sites);
    Queries queries = new Queries(vocabulary, sites);
    meanings =
        Stream.of(talk(), clock(), sums(), searches(queries), openings(targets), pointers())
            .flatMap(each -> each.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Fails when the grammar names an intent that means nothing here. */
  void require(String intent) {
    if (!meanings.containsKey(intent)) {
      throw new IllegalStateException("no meaning is known for \"" + intent + "\"");
    }
  }

  /** The wishes; none when what fills the slots does not make sense in this sentence. */
  List<Wish> of(String intent, Map<String, Sentence> slots) {
    Function<Slots, List<Wish>> meaning = meanings.get(intent);
    return meaning == null ? List.of() : meaning.apply(new Slots(slots));
  }

  private static Map<String, Function<Slots, List<Wish>>> talk() {
    return Map.of(
        "greeting", slots -> say(SmallTalk::greeting),
        "wellbeing", slots -> say(SmallTalk::wellbeing),
        "thanks", slots -> say(SmallTalk::welcome),
        "bye", slots -> say(SmallTalk::goodbye),
        "leave", slots -> leave(),
        "who", slots -> say(SmallTalk::whoIAm),
        "help", slots -> say(SmallTalk::help),
        "asked", slots -> say(SmallTalk::lastAsked));
  }

  private static Map<String, Function<Slots, List<Wish>>> clock() {
    TimeTeller clock = new TimeTeller();
    return Map.of(
        "time", slots -> clock.time(slots.find("city")),
        "date", slots -> clock.today(slots.find("city")),
        "tomorrow", slots -> say(TimeTeller::tomorrow),
        "yesterday", slots -> say(TimeTeller::yesterday),
        "month", slots -> say(TimeTeller::month),
        "year", slots -> say(TimeTeller::year));
  }

  private static Map<String, Function<Slots, List<Wish>>> sums() {
    Calculator calculator = new Calculator();
    return Map.of(
        "sum", slots -> calculator.answer(slots.get("sum")),
        "baresum", slots -> calculator.answerBare(slots.get("sum")));
  }

  private static Map<String, Function<Slots, List<Wish>>> searches(Queries queries) {
    return Map.of(
        "search", slots -> queries.search(slots.get("query")),
        "shortsearch", slots -> queries.shortSearch(slots.get("query")),
        "google", slots -> queries.google(slots.get("query")),
        "find", slots -> queries.find(slots.get("query")),
        "pictures", slots -> queries.search("pictures of ", slots.get("query")),
        "weather", slots -> queries.search("weather in ", slots.get("query")),
        "news", slots -> List.of(new Wish.Search("news today")),
        "findopen", slots -> queries.findAndOpen(slots.get("query")));
  }

  private static Map<String, Function<Slots, List<Wish>>> openings(Targets targets) {
    return Map.of(
        "open", slots -> targets.open(slots.get(NAME)),
        "leaveopen", slots -> targets.isSure(slots.get(NAME)) ? leave() : List.of(),
        "visit", slots -> targets.visit(slots.get(NAME)),
        "site", slots -> targets.site(slots.get(NAME)),
        "app", slots -> targets.app(slots.get(NAME)),
        "launch", slots -> targets.launch(slots.get(NAME)),
        "start", slots -> targets.start(slots.get(NAME)),
        "screenshot", slots -> targets.screenshot(slots.find("path")));
  }

  private static Map<String, Function<Slots, List<Wish>>> pointers() {
    return Map.of(
        "that", slots -> pointAt(Kind.THAT),
        "theirs", slots -> pointAt(Kind.THEIRS),
        "again", slots -> pointAt(Kind.AGAIN),
        "top", slots -> List.of(new Wish.OpenReferent(new Reference(Kind.NTH, 1))),
        "last", slots -> pointAt(Kind.LAST),
        "nth", slots -> pointAt(Kind.NTH, slots.get("number")),
        "ordinal", slots -> pointAtOrdinal(Kind.NTH, slots.get("number")),
        "bareordinal", slots -> pointAtOrdinal(Kind.BARE, slots.get("number")),
        "barenth", slots -> pointAt(Kind.BARE, slots.get("number")));
  }

  private static List<Wish> pointAt(Kind kind) {
    return List.of(new Wish.OpenReferent(Reference.to(kind)));
  }

  private static List<Wish> pointAt(Kind kind, Sentence number) {
    return Ordinals.read(number)
        .map(n -> List.<Wish>of(new Wish.OpenReferent(new Reference(kind, n))))
        .orElse(List.of());
  }

  /** "open the second", but not "open the two". */
  private static List<Wish> pointAtOrdinal(Kind kind, Sentence number) {
    return Ordinals.isOrdinal(number) ? pointAt(kind, number) : List.of();
  }

  /** What is not wanted needs no words while there is something else to tell. */
  private static List<Wish> leave() {
    return say(situation -> "");
  }

  private static List<Wish> say(Function<Situation, String> words) {
    return List.of(new Wish.Say(words));
  }
}
