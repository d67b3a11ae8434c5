/** Following runs: what the journal tells of them, handed to each stream from where it stands. */
@NullMarked
package notjarvis.gateway.run;

import org.jspecify.annotations.NullMarked;
