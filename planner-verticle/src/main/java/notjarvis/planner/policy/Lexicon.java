package notjarvis.planner.policy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The English words by which the policy knows a wish; those of a no are in {@link Denial}. */
final class Lexicon {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** Each of these asks for opening, if something to open follows it. */
  static final Set<String> OPENING_WORDS =
      words("open reopen re-open visit browse launch navigate start surf load run execute");

  /** Of these, the ones that are said of much else, if it is any one of its kind. */
  static final Set<String> LAUNCHING = words("launch start load run execute");

  static final Set<String> INDEFINITE = words("a an another some");

  /** The forms in which "without" and "no" forbid opening. */
  static final Set<String> OPENING_FORMS =
      words(
          """
          open opens opened opening reopen reopening visit visits visited visiting browse browsing
          launch launched launching navigate navigating start started starting load loading run
          running execute executing go going show showing
          """);

  /** Each of these asks for opening as it stands. */
  static final Set<List<String>> OPENING_PHRASES =
      phrases(
          """
          go to,go on,go onto,go there,go back to,take me to,take me there,bring me to
          bring me there,get me to,bring up,pull up,head to,head over to,jump to,open up,start up
          fire up,boot up,surf to,browse to,navigate to,point my browser to
          """);

  /** Each of these asks for opening only if a site or a result follows directly. */
  static final Set<List<String>> SHOWING = phrases("show,show me,see,let me see,look at,check out");

  /** Before one of these an opening word is no request: "is the shop open on Monday". */
  static final Set<String> NO_OBJECT =
      words(
          """
          today tomorrow tonight now on at in for until till from source late after before and or
          """);

  /** Before the first word that matters. */
  static final Set<String> LEADS =
      words("and so then but also well hey hi hello ok okay please jarvis not-jarvis just now");

  /** A clause that begins with one of these asks a question and for nothing to be opened. */
  static final Set<String> QUESTIONS =
      words(
          """
          what what're when where which who whom whose why how is are am was were does do did will
          should shall has have had may might isn't aren't if whether
          """);

  /** After one of these an opening word is part of what is told or asked. */
  static final Set<String> SUBORDINATES =
      words(
          """
          what when whenever where which who whom whose why how if whether that because since until
          unless while safe unsafe dangerous risky wrong bad forbidden before after than
          """);

  /** Directly after one of these an opening word is no wish: "I visit", "the visit". */
  static final Set<String> NO_WISH_AFTER =
      words("i he she they it people the a an my your his her their is are was were be been of");

  /** Behind "and" one of these is about something else than what is opened. */
  static final Set<String> OTHER_WISHES =
      words(
          """
          find search look tell take get show give read write compare explain summarize summarise
          describe check see make save send copy buy book order then
          """);

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

  /** Between two things that are both to be opened. */
  static final Set<String> JOINTS = words("and or & plus");

  /** What follows one of these tells what a page is about. */
  static final Set<String> ABOUT =
      words(
          """
          about regarding concerning mentioning discussing describing explaining against versus vs
          like which who whose because while if
          """);

  /** A name is over before one of these. */
  static final Set<String> NAME_ENDS =
      words("on in at for from to with by near via using through over under than that");

  /** What may stand around a name and is no part of it. */
  static final Set<String> AROUND_NAMES =
      words(
          """
          the a an my our your this that me us up official main home own new web website websites
          site sites homepage webpage page link url login again please now too also instead first
          then quickly right away ok okay thanks there
          """);

  /** Words that ask for a search. */
  static final Pattern SEARCHING =
      Pattern.compile("\\b(find|search|searching|google|look (\\S+ )?(up|for))\\b");

  /** Words that mean a picture of the screen. */
  static final Set<String> SCREENSHOTS =
      words("screenshot screenshots screengrab screencap screen-shot printscreen");

  /** A picture of the screen, in other words. */
  static final Pattern SCREEN_CAPTURE =
      Pattern.compile(
          "\\b(screen (shot|grab|capture|snap)|(capture|shot|grab|snapshot|snap|picture|photo|image"
              + "|print|look|see|show|record)( me)?( of| at| on)?"
              + "( (my|the|this|your|whole|entire|full|current))* (screen|desktop|display)"
              + "(?= (and|now|right|please|to|as|at|in|for me|again)\\b|$))");

  private Lexicon() {}

  static Set<String> words(String list) {
    return SPACES.splitAsStream(list.strip()).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<List<String>> phrases(String list) {
    return Pattern.compile("[,\n]")
        .splitAsStream(list.strip())
        .map(phrase -> List.of(phrase.strip().split(" ", -1)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
