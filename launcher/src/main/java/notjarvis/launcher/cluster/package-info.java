/**
 * Joins processes into one event bus. Each member tells all others, again and again, who it is and
 * what it listens to; there is nothing else to agree on, and so nothing to lose.
 */
@NullMarked
package notjarvis.launcher.cluster;

import org.jspecify.annotations.NullMarked;
