/** The folder of an instance: who runs in it, and the settings that lie there. */
@NullMarked
package notjarvis.launcher.home;

import org.jspecify.annotations.NullMarked;
