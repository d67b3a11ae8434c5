/** The HTTP side: what is served where, and the life of the server. */
@NullMarked
package notjarvis.gateway;

import org.jspecify.annotations.NullMarked;
