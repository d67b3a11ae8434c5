/** Whether this instance can work, and what it counts. */
@NullMarked
package notjarvis.gateway.health;

import org.jspecify.annotations.NullMarked;
