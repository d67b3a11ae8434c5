package notjarvis.gateway.auth;

import java.time.Instant;

/**
 * Somebody who has signed in.
 *
 * @param until when their token is good no more
 */
record SignedIn(String ownerId, Instant until) {}
