/** What an action is here, and the registry that finds and guards it. */
@NullMarked
package notjarvis.executor.action;

import org.jspecify.annotations.NullMarked;
