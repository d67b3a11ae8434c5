/** Who may ask, and whoever pretends to be one of them. */
@NullMarked
package notjarvis.gateway.auth;

import org.jspecify.annotations.NullMarked;
