package notjarvis.testing;

/** What a search service can meet a request with instead of results. */
public enum SearchTrouble {
  NO_HITS,
  /** The searches that were paid for, or that are free, are used up. */
  QUOTA,
  /** What SearXNG says while its settings do not list json. */
  JSON_NOT_ENABLED,
  SERVER_ERROR,
  HTML_INSTEAD_OF_JSON,
  REDIRECT,
  CUT_BODY,
  HANG,
  ENDLESS_BODY
}
