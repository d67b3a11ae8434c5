/**
 * The doorway to the event bus: typed channels and topics, and the one codec that carries records.
 */
@NullMarked
package notjarvis.bus;

import org.jspecify.annotations.NullMarked;
