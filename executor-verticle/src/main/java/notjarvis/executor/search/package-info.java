/** The web search: the services that can be asked, and one careful way of asking them. */
@NullMarked
package notjarvis.executor.search;

import org.jspecify.annotations.NullMarked;
