/**
 * The run loop: takes goals on, decides, journals, has actions carried out, and ends every run in
 * words.
 */
@NullMarked
package notjarvis.planner.run;

import org.jspecify.annotations.NullMarked;
