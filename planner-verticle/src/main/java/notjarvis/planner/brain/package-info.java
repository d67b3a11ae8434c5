/** What a brain is: it looks at a situation and decides on one action or on the answer. */
@NullMarked
package notjarvis.planner.brain;

import org.jspecify.annotations.NullMarked;
