/** Wires the run loop to the bus. */
@NullMarked
package notjarvis.planner;

import org.jspecify.annotations.NullMarked;
