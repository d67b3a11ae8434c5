/** Runs as text, event by event. */
@NullMarked
package notjarvis.gateway.plain;

import org.jspecify.annotations.NullMarked;
