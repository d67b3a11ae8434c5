package notjarvis.planner.intent;

import java.util.List;
import java.util.Optional;
import notjarvis.action.SearchResult;
import notjarvis.journal.Message;
import notjarvis.journal.Step;
import notjarvis.journal.ThreadState;

/** What "it", "their site" and "the second one" stand for in a conversation. */
record Referents(ThreadState thread) {

  /** The request to open what is meant; empty when there is no such thing. */
  Optional<Request> request(Reference reference) {
    return switch (reference.kind()) {
      case THAT -> that();
      case THEIRS -> best();
      case AGAIN -> newest();
      case LAST -> at(thread.results().size());
      case NTH, BARE -> at(reference.number());
    };
  }

  /**
   * The request that this step was, if it opened what a reference stood for. The results may be
   * others by now, so its words and its address tell.
   */
  Optional<Request> asTaken(Step step) {
    boolean own = step.action().name().equals(Actions.OPEN_WEBSITE);
    return own && step.say().startsWith(Request.REFERENT)
        ? Optional.of(address(String.valueOf(step.action().arguments().get("url"))))
        : Optional.empty();
  }

  /** Says that nothing is meant. */
  String nothing(Reference reference) {
    int results = thread.results().size();
    return switch (reference.kind()) {
      case THAT -> "There is nothing yet that this could mean. Say what to open by its name.";
      case AGAIN -> "Nothing has been opened in this conversation yet.";
      case THEIRS, LAST, NTH, BARE ->
          reference.number() > results && results > 0
              ? noNumber(reference.number(), results)
              : "There are no search results to choose from. Say what to search for.";
    };
  }

  static String noNumber(int number, int results) {
    String has = results == 1 ? "one result." : results + " results.";
    return "There is no number " + number + ": the search has " + has;
  }

  /** What was opened last, if the last answer spoke of it alone; else the best result. */
  private Optional<Request> that() {
    boolean spokenOf =
        thread.opened().stream().limit(1).anyMatch(address -> lastAnswer().contains(address));
    boolean listed =
        thread.results().size() > 1
            && thread.results().stream()
                .limit(2)
                .allMatch(each -> lastAnswer().contains(each.url()));
    return spokenOf && !listed ? newest() : best().or(this::newest);
  }

  private String lastAnswer() {
    List<Message> answers =
        thread.messages().stream()
            .filter(message -> message.role() == Message.Role.ASSISTANT)
            .toList();
    return answers.isEmpty() ? "" : answers.get(answers.size() - 1).text();
  }

  private Optional<Request> newest() {
    return thread.opened().stream().findFirst().map(this::address);
  }

  /** The one that "find … and open it" would have opened. */
  private Optional<Request> best() {
    if (thread.results().isEmpty()) {
      return Optional.empty();
    }
    String query = thread.query() == null ? "" : thread.query();
    SearchResult best = new Results(query, thread.results()).best();
    return Optional.of(Request.result(best).pointedAt());
  }

  private Optional<Request> at(int place) {
    List<SearchResult> results = thread.results();
    return place >= 1 && place <= results.size()
        ? Optional.of(Request.result(results.get(place - 1)).pointedAt())
        : Optional.empty();
  }

  private Request address(String address) {
    return thread.results().stream()
        .filter(result -> result.url().equals(address))
        .findFirst()
        .map(Request::result)
        .orElseGet(() -> Request.address(new Wish.OpenAddress(null, address)))
        .pointedAt();
  }
}
