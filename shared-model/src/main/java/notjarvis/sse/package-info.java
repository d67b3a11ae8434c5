/** The text format of server-sent events, read from any source of bytes. */
@NullMarked
package notjarvis.sse;

import org.jspecify.annotations.NullMarked;
