package notjarvis.planner.intent;

import java.util.List;
import java.util.Optional;
import notjarvis.action.SearchResult;
import notjarvis.journal.Known;

/** What "it", "their site" and "the second one" stand for at one point of a conversation. */
record Referents(Known known) {

  /** The request to open what is meant; empty when there is no such thing. */
  Optional<Request> request(Reference reference) {
    return switch (reference.kind()) {
      case THAT -> that();
      case THEIRS -> best();
      case AGAIN -> newest();
      case LAST -> at(known.results().size());
      case NTH, BARE -> at(reference.number());
    };
  }

  /** Says that nothing is meant. */
  String nothing(Reference reference) {
    int results = known.results().size();
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

  /** What was opened last, if nothing was searched for since; else the best result. */
  private Optional<Request> that() {
    return known.inFocus().map(this::address).or(this::best).or(this::newest);
  }

  private Optional<Request> newest() {
    return known.opened().stream().findFirst().map(this::address);
  }

  /** The one that "find … and open it" would have opened. */
  private Optional<Request> best() {
    if (known.results().isEmpty()) {
      return Optional.empty();
    }
    String query = known.query() == null ? "" : known.query();
    SearchResult best = new Results(query, known.results()).best();
    return Optional.of(Request.result(best));
  }

  private Optional<Request> at(int place) {
    List<SearchResult> results = known.results();
    return place >= 1 && place <= results.size()
        ? Optional.of(Request.result(results.get(place - 1)))
        : Optional.empty();
  }

  private Request address(String address) {
    return known.results().stream()
        .filter(result -> result.url().equals(address))
        .findFirst()
        .map(Request::result)
        .orElseGet(() -> Request.address(new Wish.OpenAddress(null, address)));
  }
}
