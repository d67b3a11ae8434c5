/** The brain against a server that speaks the true protocol. */
@NullMarked
package notjarvis.planner.gemini;

import org.jspecify.annotations.NullMarked;
