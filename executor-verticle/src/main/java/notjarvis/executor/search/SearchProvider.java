package notjarvis.executor.search;

import io.vertx.core.Future;

/** A service that searches the web. */
interface SearchProvider {

  /**
   * Searches. To find nothing is an answer; a {@link notjarvis.failure.Failure} says in words, fit
   * for the person, why there is none, and means that another service may do better.
   */
  Future<Found> search(String query);
}
