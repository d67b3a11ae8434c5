package notjarvis.planner.policy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The English words that the policy knows; all lists of it are here. */
final class Vocabulary {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** Each of these asks for opening, if something to open follows it. */
  static final Set<String> OPENING_WORDS =
      words("open reopen re-open visit browse launch navigate start surf");

  /** Each of these asks for opening as it stands. */
  static final Set<List<String>> OPENING_PHRASES =
      Set.of(
          List.of("go", "to"),
          List.of("go", "there"),
          List.of("go", "back", "to"),
          List.of("show", "me"),
          List.of("take", "me"),
          List.of("bring", "me", "to"),
          List.of("get", "me", "to"),
          List.of("bring", "up"),
          List.of("pull", "up"),
          List.of("look", "at"),
          List.of("head", "to"),
          List.of("head", "over", "to"),
          List.of("jump", "to"),
          List.of("check", "out"));

  /** Before one of these an opening word is no request: "is the shop open on Monday". */
  static final Set<String> NO_OBJECT =
      words(
          """
          today tomorrow tonight now on at in for until till from source late after before and or
          """);

  /** What follows one of these in its clause is not asked for. */
  static final Set<String> NEGATORS =
      words(
          """
          not never without no nor avoid except cannot don't dont can't won't shouldn't mustn't
          doesn't didn't isn't refrain
          """);

  /** Requests that only sound like a no; they are read as if they were not there. */
  static final Pattern POLITE =
      Pattern.compile(
          "(?i)\\b(why not|why don't (you|we)|why do you not|(can't|couldn't|won't) you"
              + "|(do not|don't) (forget|hesitate) to)\\b");

  /** Each of these begins a clause of its own. */
  static final Set<String> CLAUSE_WORDS = words("but then instead so just");

  /** Too common to be the name of a site or an application by itself. */
  static final Set<String> COMMON =
      words(
          """
          a an the this that these those it its them their there his her him my your our i me you
          we they he she is are be do does did can could would will should have and or then in on
          at of for to from with about up out over back again please now new first second third
          fourth fifth last next one two three other official what where when who how which why
          find search look looking get show take bring pull go head jump check open reopen visit
          browse launch navigate start surf tell give want need like website websites site sites
          page pages homepage web link links url address browser tab window app application program
          result results number online internet thing something any some all best good just also
          let let's lets us so but
          """);

  /** Words that mean a picture of the screen. */
  static final Set<String> SCREENSHOTS =
      words("screenshot screenshots screengrab screencap screen-shot printscreen");

  /** With "screen" beside them these mean a picture of it, too. */
  static final Set<String> CAPTURES =
      words("capture shot grab snapshot snap picture photo image print look see show record");

  private Vocabulary() {}

  private static Set<String> words(String list) {
    return SPACES.splitAsStream(list.strip()).collect(Collectors.toUnmodifiableSet());
  }
}
