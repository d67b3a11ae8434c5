/** Who is asking: bearer tokens, or the one owner of this machine. */
@NullMarked
package notjarvis.gateway.auth;

import org.jspecify.annotations.NullMarked;
