/** What can go wrong between verticles, as codes that travel and texts that are safe to show. */
@NullMarked
package notjarvis.failure;

import org.jspecify.annotations.NullMarked;
