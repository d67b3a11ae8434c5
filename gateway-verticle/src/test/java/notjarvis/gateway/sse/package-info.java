/** The framing of events, byte by byte. */
@NullMarked
package notjarvis.gateway.sse;

import org.jspecify.annotations.NullMarked;
