/** The jarvis command and what stands behind each of its words. */
@NullMarked
package notjarvis.launcher.command;

import org.jspecify.annotations.NullMarked;
