/** Runs as AG-UI events, and whether the rules of order hold. */
@NullMarked
package notjarvis.gateway.agui;

import org.jspecify.annotations.NullMarked;
