package notjarvis.journal;

/** What became of a request for approval. */
public enum Verdict {
  GRANTED,
  DENIED,
  /** Nobody answered in time: the same as no. */
  EXPIRED,
  /** The run went on to something else, or is over. */
  SUPERSEDED
}
