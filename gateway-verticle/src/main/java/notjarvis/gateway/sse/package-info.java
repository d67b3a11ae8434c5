/** Server-sent events as they are written: framing, heartbeat, and an end for slow readers. */
@NullMarked
package notjarvis.gateway.sse;

import org.jspecify.annotations.NullMarked;
