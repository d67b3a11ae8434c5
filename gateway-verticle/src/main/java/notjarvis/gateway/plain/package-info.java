/** Runs as readable text: what any program that prints lines can show. */
@NullMarked
package notjarvis.gateway.plain;

import org.jspecify.annotations.NullMarked;
