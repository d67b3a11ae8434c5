/** The journal in PostgreSQL: accepts goals, hands out runs, appends and reads checkpoints. */
@NullMarked
package notjarvis.persistence;

import org.jspecify.annotations.NullMarked;
