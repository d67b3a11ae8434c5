/** Real databases, stand-ins for hosted services and requirements, for the tests of all modules. */
@NullMarked
package notjarvis.testing;

import org.jspecify.annotations.NullMarked;
