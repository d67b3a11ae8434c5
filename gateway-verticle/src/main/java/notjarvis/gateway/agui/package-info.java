/** Runs as JSON events, named and ordered as AG-UI 1.0 does. */
@NullMarked
package notjarvis.gateway.agui;

import org.jspecify.annotations.NullMarked;
