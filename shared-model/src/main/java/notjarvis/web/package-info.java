/** Web addresses that are safe to hand to a browser. */
@NullMarked
package notjarvis.web;

import org.jspecify.annotations.NullMarked;
