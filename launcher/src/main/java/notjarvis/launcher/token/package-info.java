/** Makes the tokens by which a server knows its users. */
@NullMarked
package notjarvis.launcher.token;

import org.jspecify.annotations.NullMarked;
