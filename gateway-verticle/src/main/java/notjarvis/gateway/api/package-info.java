/** The JSON side of the server, {@code /v1}: threads, runs, approvals and pictures of an owner. */
@NullMarked
package notjarvis.gateway.api;

import org.jspecify.annotations.NullMarked;
