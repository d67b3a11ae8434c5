/** Whether the stand-ins are as strict as what they stand in for. */
@NullMarked
package notjarvis.testing;

import org.jspecify.annotations.NullMarked;
