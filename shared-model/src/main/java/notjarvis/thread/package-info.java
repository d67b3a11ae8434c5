/** What names a conversation. */
@NullMarked
package notjarvis.thread;

import org.jspecify.annotations.NullMarked;
