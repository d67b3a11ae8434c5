/** Looks at what an instance needs and says what to set. */
@NullMarked
package notjarvis.launcher.doctor;

import org.jspecify.annotations.NullMarked;
