/** What a person says of a run that is under way: stop it, redirect it, allow it something. */
@NullMarked
package notjarvis.control;

import org.jspecify.annotations.NullMarked;
