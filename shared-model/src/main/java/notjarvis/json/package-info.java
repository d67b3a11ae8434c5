/** The one JSON mapper and the rules of what it writes. */
@NullMarked
package notjarvis.json;

import org.jspecify.annotations.NullMarked;
