/**
 * Real processes that are killed, stopped and cut off at random, and what must hold all the same.
 */
@NullMarked
package notjarvis.launcher.chaos;

import org.jspecify.annotations.NullMarked;
