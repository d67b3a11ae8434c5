/** The text format of server-sent events, piece by piece. */
@NullMarked
package notjarvis.sse;

import org.jspecify.annotations.NullMarked;
