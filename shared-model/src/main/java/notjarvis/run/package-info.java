/** Starting a run and following what it does. */
@NullMarked
package notjarvis.run;

import org.jspecify.annotations.NullMarked;
