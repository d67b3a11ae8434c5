/** The executor: who it is, what it can do, and how it is asked to do it. */
@NullMarked
package notjarvis.executor;

import org.jspecify.annotations.NullMarked;
