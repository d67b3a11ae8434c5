package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Work in as many steps as it takes, each of which waits for something. All of them complete one
 * promise: a chain of futures would grow with them.
 */
final class Loop<S> {
  private final Predicate<S> over;
  private final Function<S, Future<S>> step;
  private final Promise<S> end = Promise.promise();

  private Loop(Predicate<S> over, Function<S, Future<S>> step) {
    this.over = over;
    this.step = step;
  }

  /** What the steps lead to from there, once that is the end. */
  static <S> Future<S> from(S start, Predicate<S> over, Function<S, Future<S>> step) {
    Loop<S> loop = new Loop<>(over, step);
    loop.goOn(start);
    return loop.end.future();
  }

  private void goOn(S reached) {
    if (over.test(reached)) {
      end.complete(reached);
    } else {
      Future.succeededFuture(reached).compose(step).onSuccess(this::goOn).onFailure(end::fail);
    }
  }
}
