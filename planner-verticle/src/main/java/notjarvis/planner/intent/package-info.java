/** The brain that needs no model: it knows the sentences of everyday commands. */
@NullMarked
package notjarvis.planner.intent;

import org.jspecify.annotations.NullMarked;
