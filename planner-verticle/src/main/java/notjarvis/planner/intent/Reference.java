package notjarvis.planner.intent;

/**
 * What "it", "their site" or "the second one" points at.
 *
 * @param number of the result, from 1; 0 where none is named
 */
record Reference(Kind kind, int number) {
  /** The ways of pointing. */
  enum Kind {
    /** "it", "that": the best of what was found, or what was opened last. */
    THAT,
    /** "their website": the best result of the last search. */
    THEIRS,
    /** "that site again": what was opened last. */
    AGAIN,
    /** "the last one" of the results. */
    LAST,
    /** "the second one". */
    NTH,
    /** Nothing but "2", which only means something when there are results. */
    BARE
  }

  static Reference to(Kind kind) {
    return new Reference(kind, 0);
  }
}
