/** What an executor can do, what it is asked to do, and what came of it. */
@NullMarked
package notjarvis.action;

import org.jspecify.annotations.NullMarked;
