/** The tokens by which users are known to servers with the same secret. */
@NullMarked
package notjarvis.token;

import org.jspecify.annotations.NullMarked;
