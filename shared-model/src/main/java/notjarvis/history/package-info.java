/** Reading what has happened: threads, runs, the state at any checkpoint, and forks of it. */
@NullMarked
package notjarvis.history;

import org.jspecify.annotations.NullMarked;
