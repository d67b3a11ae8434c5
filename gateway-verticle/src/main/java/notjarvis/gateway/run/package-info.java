/** Goals come in, and what their runs do is told as readable text. */
@NullMarked
package notjarvis.gateway.run;

import org.jspecify.annotations.NullMarked;
