package notjarvis.planner.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import notjarvis.action.Observation;
import notjarvis.action.SearchResult;
import notjarvis.blob.BlobRef;
import notjarvis.planner.brain.Decision;

/** A small world in which decisions have consequences: a few apps, and a web of three pages. */
final class World {
  static final SearchResult WIKIPEDIA =
      new SearchResult(1, "MIT on Wikipedia", "https://en.wikipedia.org/wiki/MIT", "");
  static final SearchResult MIT =
      new SearchResult(2, "Massachusetts Institute of Technology", "https://web.mit.edu/", "");
  static final SearchResult NEWS = new SearchResult(3, "MIT News", "https://news.mit.edu/", "");

  private static final Set<String> APPS =
      Set.of("firefox", "calculator", "spotify", "slack", "zathura", "libreoffice writer");

  private final Conversation conversation;
  private final List<String> happened = new ArrayList<>();

  World(Conversation conversation) {
    this.conversation = conversation;
  }

  /** What the goal leads to, such as {@code search MIT website > open #2 > says Opened}. */
  List<String> live(String goal) {
    conversation.given(goal);
    Optional<Decision> decision = conversation.decision();
    while (decision.isPresent() && decision.get() instanceof Decision.Act act) {
      happened.add(written(act));
      conversation.observed(consequence(act));
      decision = conversation.decision();
    }
    happened.add(decision.map(World::answer).orElse("-"));
    decision.ifPresent(finish -> conversation.answered(answer(finish)));
    return List.copyOf(happened);
  }

  private static String answer(Decision decision) {
    return decision.fold(act -> "", Decision.Finish::answer, giveUp -> "");
  }

  static String written(Decision.Act act) {
    Map<String, Object> arguments = act.arguments();
    return switch (act.action()) {
      case "search" -> "search " + arguments.get("query");
      case "open_website" -> "open " + address(arguments.getOrDefault("url", ""));
      case "open_app" -> "app " + arguments.get("name");
      default -> ("screenshot " + arguments.getOrDefault("save_path", "")).strip();
    };
  }

  private static String address(Object url) {
    return url instanceof Integer number ? "#" + number : String.valueOf(url);
  }

  private Observation consequence(Decision.Act act) {
    Map<String, Object> arguments = act.arguments();
    return switch (act.action()) {
      case "search" -> Observation.found("Found 3 results.", List.of(WIKIPEDIA, MIT, NEWS), null);
      case "open_website" ->
          Observation.opened("Opened it.", opened(arguments.getOrDefault("url", "")));
      case "open_app" -> started(String.valueOf(arguments.get("name")));
      default ->
          Observation.wrote(
                  "Took it.", String.valueOf(arguments.getOrDefault("save_path", "/tmp/shot.png")))
              .withBlob(new BlobRef("a".repeat(64), "image/png", 9));
    };
  }

  private String opened(Object url) {
    return url instanceof Integer number ? conversation.address(number) : String.valueOf(url);
  }

  private static Observation started(String name) {
    return APPS.contains(name.toLowerCase(java.util.Locale.ROOT))
        ? Observation.done("Opened " + name + ".")
        : Observation.failed("There is no app called \"" + name + "\" here.");
  }
}
