/** Who may ask, and the one shape in which a request is refused. */
@NullMarked
package notjarvis.gateway.http;

import org.jspecify.annotations.NullMarked;
