package notjarvis.persistence;

import io.vertx.core.Future;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a transaction came to.
 *
 * @param answer for whoever asked; a failed one does not undo what was written
 * @param written what is told once it is durable, in its order
 */
record Done<T>(Future<T> answer, List<Written> written) {
  static <T> Done<T> of(T answer, Written... written) {
    return new Done<>(Future.succeededFuture(answer), List.of(written));
  }

  /** The same, with what was written before. */
  Done<T> after(List<Written> before) {
    return new Done<>(answer, Stream.concat(before.stream(), written.stream()).toList());
  }
}
