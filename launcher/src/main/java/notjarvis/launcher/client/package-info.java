/** Talks to a running server as any other client does: over HTTP. */
@NullMarked
package notjarvis.launcher.client;

import org.jspecify.annotations.NullMarked;
