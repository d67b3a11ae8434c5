/** Pictures and other bytes that a thread refers to by their hash. */
@NullMarked
package notjarvis.blob;

import org.jspecify.annotations.NullMarked;
