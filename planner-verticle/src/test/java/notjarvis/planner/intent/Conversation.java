package notjarvis.planner.intent;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import notjarvis.action.Action;
import notjarvis.action.ActionSpec;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.action.Parameter;
import notjarvis.action.ParameterType;
import notjarvis.action.Place;
import notjarvis.action.SearchResult;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Entry;
import notjarvis.journal.Metadata;
import notjarvis.journal.RunState;
import notjarvis.journal.ThreadState;
import notjarvis.planner.brain.Decision;
import notjarvis.planner.brain.Situation;
import notjarvis.planner.brain.Thought;
import notjarvis.planner.brain.Words;
import notjarvis.run.Outcome;

/** A thread that is folded from checkpoints as a journal would, with a brain that decides in it. */
final class Conversation {
  static final List<ActionSpec> DESKTOP =
      List.of(
          spec("search", "Searches the web", Parameter.required("query", ParameterType.TEXT, "")),
          spec(
              "open_website",
              "Opens a website",
              Parameter.required("url", ParameterType.ADDRESS, "")),
          spec("open_app", "Opens an app", Parameter.required("name", ParameterType.TEXT, "")),
          spec(
              "take_screenshot",
              "Takes a screenshot.",
              Parameter.optional("save_path", ParameterType.TEXT, "")));

  private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-23T14:05:00Z");

  private LocalIntents brain;
  private List<ActionSpec> catalogue = DESKTOP;
  private ThreadState state = ThreadState.EMPTY;
  private UUID runId = UUID.randomUUID();
  private long checkpoints;
  private int stepsLeft = 10;

  Conversation(LocalIntents brain) {
    this.brain = brain;
  }

  static ActionSpec spec(String name, String description, Parameter parameter) {
    return new ActionSpec(
        name, List.of(), description, List.of(parameter), Effect.IRREVERSIBLE, Place.DESKTOP);
  }

  Conversation without(String action) {
    catalogue = catalogue.stream().filter(spec -> !spec.name().equals(action)).toList();
    return this;
  }

  Conversation with(String action) {
    catalogue = new ArrayList<>(catalogue);
    DESKTOP.stream().filter(spec -> spec.name().equals(action)).forEach(catalogue::add);
    return this;
  }

  /** The same thread, in a process that has just begun. */
  Conversation in(LocalIntents other) {
    brain = other;
    return this;
  }

  Conversation withStepsLeft(int steps) {
    stepsLeft = steps;
    return this;
  }

  /** The person says something: a new run begins. */
  Conversation given(String goal) {
    runId = UUID.randomUUID();
    append(new Entry.GoalGiven(goal));
    return this;
  }

  Optional<Decision> decision() {
    RunState run = run();
    Situation situation = new Situation(state, run, catalogue, stepsLeft, NOW);
    Future<Void> unwanted = Promise.<Void>promise().future();
    Optional<Thought> thought = brain.decide(situation, Words.UNHEARD, unwanted).result();
    return thought.map(Thought::decision);
  }

  Decision.Act act() {
    return (Decision.Act) decision().orElseThrow();
  }

  String answer() {
    return finish().answer();
  }

  /** The end that is decided on. */
  Decision.Finish finish() {
    return (Decision.Finish) decision().orElseThrow();
  }

  /** The action that is decided on now came to this. */
  Conversation observed(Observation observation) {
    plan();
    append(new Entry.ActionObserved(run().executorMemory().size(), observation));
    return this;
  }

  /** The action that is decided on now was started, and what came of it is not known yet. */
  Conversation plan() {
    Decision.Act act = act();
    append(new Entry.ActionPlanned(nextStep(), act.say(), action(act), "desktop"));
    return this;
  }

  /** The action that is decided on now was declined. */
  Conversation refused(String why) {
    Decision.Act act = act();
    append(new Entry.ActionRefused(nextStep(), act.say(), action(act), why));
    return this;
  }

  /** A step that somebody else decided on. */
  Conversation otherStep(String action, Map<String, Object> arguments) {
    Decision.Act act = new Decision.Act("", action, arguments);
    append(new Entry.ActionPlanned(nextStep(), "", action(act), "desktop"));
    append(new Entry.ActionObserved(run().executorMemory().size(), Observation.done("Done.")));
    return this;
  }

  Conversation answered(String answer) {
    append(new Entry.AnswerGiven(Outcome.FINISHED, answer));
    return this;
  }

  private RunState run() {
    RunState run = state.run();
    if (run == null) {
      throw new IllegalStateException("no goal was given");
    }
    return run;
  }

  private int nextStep() {
    return run().executorMemory().size() + 1;
  }

  /** As the loop journals it: a number in place of an address has become the address. */
  private Action action(Decision.Act act) {
    Map<String, Object> arguments = new LinkedHashMap<>(act.arguments());
    if (arguments.get("url") instanceof Integer number) {
      arguments.put("url", address(number));
    }
    return new Action(runId + ":" + nextStep(), act.action(), arguments, Effect.IRREVERSIBLE);
  }

  String address(int number) {
    return state.results().stream()
        .filter(result -> result.number() == number)
        .map(SearchResult::url)
        .findFirst()
        .orElseThrow();
  }

  private void append(Entry entry) {
    Metadata metadata = Metadata.at(Instant.EPOCH.plusSeconds(checkpoints));
    state = state.after(new Checkpoint(++checkpoints, null, runId, entry, metadata));
  }
}
