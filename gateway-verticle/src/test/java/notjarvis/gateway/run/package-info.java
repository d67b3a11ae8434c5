/** Runs as text, event by event. */
@NullMarked
package notjarvis.gateway.run;

import org.jspecify.annotations.NullMarked;
