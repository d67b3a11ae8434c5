/** What is done on the person's own screen: websites, applications and screenshots. */
@NullMarked
package notjarvis.executor.desktop;

import org.jspecify.annotations.NullMarked;
