/** What a person sees of a run at a terminal or in a pipe. */
@NullMarked
package notjarvis.launcher.terminal;

import org.jspecify.annotations.NullMarked;
