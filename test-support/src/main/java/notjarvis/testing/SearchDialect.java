package notjarvis.testing;

import java.util.List;
import java.util.Optional;

/** How one search service speaks. */
interface SearchDialect {

  /** Whether the request is one of this service. */
  boolean isSpokenBy(SearchRequest request);

  /** What is searched for. */
  String query(SearchRequest request);

  /** What the service says to a request that it does not serve. */
  Optional<SearchReply> refusal(SearchRequest request);

  SearchReply found(String query, List<SearchHit> hits);

  SearchReply quota(SearchRequest request);
}
