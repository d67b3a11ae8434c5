/** Which actions go ahead without asking: decided in code, whatever a brain proposes. */
@NullMarked
package notjarvis.planner.policy;

import org.jspecify.annotations.NullMarked;
