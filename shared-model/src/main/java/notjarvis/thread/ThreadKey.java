package notjarvis.thread;

import java.util.regex.Pattern;

/**
 * A conversation of one owner. Clients choose thread ids, so an id means nothing without its owner.
 *
 * @param ownerId whose it is
 * @param threadId as the client named it
 */
public record ThreadKey(String ownerId, String threadId) {
  /** The one owner while no sign-in is configured. */
  public static final String LOCAL_OWNER = "local";

  /** What a client may call a thread, in words that go on after "has to be". */
  public static final String THREAD_ID_RULE =
      "1 to 128 characters out of letters, digits and . _ : @ -, and not of dots alone";

  // "." and ".." in an address mean another one
  private static final Pattern THREAD_ID = Pattern.compile("(?!\\.+$)[A-Za-z0-9._:@-]{1,128}");

  public static ThreadKey local(String threadId) {
    return new ThreadKey(LOCAL_OWNER, threadId);
  }

  /** Whether a client may call a thread that. */
  public static boolean isThreadId(String text) {
    return THREAD_ID.matcher(text).matches();
  }
}
