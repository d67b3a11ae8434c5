/** The built jar, run as a person runs it. */
@NullMarked
package notjarvis.launcher.whole;

import org.jspecify.annotations.NullMarked;
