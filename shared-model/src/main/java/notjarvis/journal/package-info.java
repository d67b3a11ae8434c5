/** Checkpoints, the messages that append and read them, and the state that they fold to. */
@NullMarked
package notjarvis.journal;

import org.jspecify.annotations.NullMarked;
