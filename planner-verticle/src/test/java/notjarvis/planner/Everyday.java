package notjarvis.planner;

import io.vertx.core.Future;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import notjarvis.action.Action;
import notjarvis.action.Observation;
import notjarvis.action.SearchResult;
import notjarvis.blob.BlobRef;
import notjarvis.planner.brain.Brain;
import notjarvis.planner.brain.Decision;
import notjarvis.planner.brain.Situation;
import notjarvis.planner.brain.Thought;
import notjarvis.planner.brain.Words;
import notjarvis.planner.intent.LocalIntents;
import notjarvis.thread.ThreadKey;

/**
 * A day with the product and its local intents: the whole way of a goal through the run loop, with
 * a few apps and a web of three pages at its end.
 */
final class Everyday implements AutoCloseable {
  private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-23T14:05:00Z");
  private static final Set<String> APPS =
      Set.of("firefox", "calculator", "spotify", "slack", "zathura", "libreoffice writer");
  private static final Observation FOUND =
      Observation.found(
          "Found 3 results.",
          List.of(
              new SearchResult(1, "MIT on Wikipedia", "https://en.wikipedia.org/wiki/MIT", ""),
              new SearchResult(
                  2, "Massachusetts Institute of Technology", "https://web.mit.edu/", ""),
              new SearchResult(3, "MIT News", "https://news.mit.edu/", "")),
          null);

  private final Map<UUID, List<String>> happened = new ConcurrentHashMap<>();
  private final Workshop workshop = new Workshop();

  Everyday() {
    workshop.executor.does(action -> Future.succeededFuture(consequence(action)));
    workshop.deployed(new Intents());
  }

  /**
   * What a goal leads to after others, such as {@code search MIT website > open #2 > says Opened}.
   */
  List<String> live(List<String> before, String goal) {
    ThreadKey thread = ThreadKey.local(UUID.randomUUID().toString());
    before.forEach(earlier -> live(thread, earlier));
    return live(thread, goal);
  }

  private List<String> live(ThreadKey thread, String goal) {
    UUID runId = workshop.startIn(thread, goal);
    RunEvent.RunEnded ended = workshop.ended(runId);
    List<String> story = new ArrayList<>(happened.getOrDefault(runId, List.of()));
    workshop.events(runId, RunEvent.StepRefused.class).stream()
        .map(refused -> "refused: " + refused.why())
        .forEach(story::add);
    story.add(story.remove("-") ? "-" : ended.answer());
    return story;
  }

  /** The local intents, at a time of the day that does not change. */
  private final class Intents implements Brain {
    private final LocalIntents intents = new LocalIntents();

    @Override
    public String name() {
      return intents.name();
    }

    @Override
    public Future<Optional<Thought>> decide(Situation now, Words words, Future<Void> unwanted) {
      Situation then =
          new Situation(now.thread(), now.run(), now.catalogue(), now.stepsLeft(), NOW);
      return intents
          .decide(then, words, unwanted)
          .onSuccess(thought -> note(now.run().runId(), thought));
    }
  }

  private void note(UUID runId, Optional<Thought> thought) {
    String said =
        thought
            .map(Thought::decision)
            .map(decision -> decision.fold(Everyday::written, finish -> "", giveUp -> ""))
            .orElse("-");
    if (!said.isEmpty()) {
      happened.computeIfAbsent(runId, run -> new ArrayList<>()).add(said);
    }
  }

  private static String written(Decision.Act act) {
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

  private static Observation consequence(Action action) {
    Map<String, Object> arguments = action.arguments();
    return switch (action.name()) {
      case "search" -> FOUND;
      case "open_website" -> Observation.opened("Opened it.", String.valueOf(arguments.get("url")));
      case "open_app" -> started(String.valueOf(arguments.get("name")));
      default ->
          Observation.wrote(
                  "Took it.", String.valueOf(arguments.getOrDefault("save_path", "/tmp/shot.png")))
              .withBlob(new BlobRef("a".repeat(64), "image/png", 9));
    };
  }

  private static Observation started(String name) {
    return APPS.contains(name.toLowerCase(Locale.ROOT))
        ? Observation.done("Opened " + name + ".")
        : Observation.failed("There is no app called \"" + name + "\" here.");
  }

  @Override
  public void close() {
    workshop.close();
  }
}
