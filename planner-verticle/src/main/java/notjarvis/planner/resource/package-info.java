/** The text files that are part of the product, such as word lists. */
@NullMarked
package notjarvis.planner.resource;

import org.jspecify.annotations.NullMarked;
