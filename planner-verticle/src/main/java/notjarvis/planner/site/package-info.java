/** The well-known websites, by the names that people call them. */
@NullMarked
package notjarvis.planner.site;

import org.jspecify.annotations.NullMarked;
