/** Puts the verticles and the database into one process, and takes them down in order. */
@NullMarked
package notjarvis.launcher.server;

import org.jspecify.annotations.NullMarked;
