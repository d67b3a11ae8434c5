/** The configuration tree: read once from the environment, validated as a whole. */
@NullMarked
package notjarvis.config;

import org.jspecify.annotations.NullMarked;
