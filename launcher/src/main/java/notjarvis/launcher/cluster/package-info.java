/** Joins processes into one event bus. */
@NullMarked
package notjarvis.launcher.cluster;

import org.jspecify.annotations.NullMarked;
