package notjarvis.thread;

/**
 * A conversation of one owner. Clients choose thread ids, so an id means nothing without its owner.
 *
 * @param ownerId whose it is
 * @param threadId as the client named it
 */
public record ThreadKey(String ownerId, String threadId) {
  /** The one owner while no sign-in is configured. */
  public static final String LOCAL_OWNER = "local";

  public static ThreadKey local(String threadId) {
    return new ThreadKey(LOCAL_OWNER, threadId);
  }
}
