/** Where the process begins. */
@NullMarked
package notjarvis.launcher;

import org.jspecify.annotations.NullMarked;
