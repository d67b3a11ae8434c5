/**
 * The PostgreSQL that the product brings along: its own binaries, data and password, supervised.
 */
@NullMarked
package notjarvis.launcher.database;

import org.jspecify.annotations.NullMarked;
