/** Remembers, across restarts of this host, which actions were begun and what came of them. */
@NullMarked
package notjarvis.executor.effect;

import org.jspecify.annotations.NullMarked;
