/** The gateway as its clients see it, with a planner that the tests play. */
@NullMarked
package notjarvis.gateway;

import org.jspecify.annotations.NullMarked;
