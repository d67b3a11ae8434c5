/** The brain that asks Google Gemini over REST, and all that stands between it and the network. */
@NullMarked
package notjarvis.planner.gemini;

import org.jspecify.annotations.NullMarked;
