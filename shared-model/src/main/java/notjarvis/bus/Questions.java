package notjarvis.bus;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The questions that have no answer yet. Vert.x lets one whose receiver is gone wait until its time
 * is up; here it can be asked again as soon as somebody is known to be gone.
 */
final class Questions {
  private final Vertx vertx;
  private final Sender sender;
  private final Set<Question> open = ConcurrentHashMap.newKeySet();

  /** Sends a question once, for one of those who listen there. */
  @FunctionalInterface
  interface Sender {
    Future<Message<Envelope>> send(String address, Envelope asked, Duration patience);
  }

  Questions(Vertx vertx, Sender sender) {
    this.vertx = vertx;
    this.sender = sender;
  }

  /** Asks, and waits for the answer as long as that. */
  Future<Message<Envelope>> ask(String address, Envelope asked, Duration patience) {
    Question question = new Question(address, asked, System.nanoTime() + patience.toNanos(), vertx);
    open.add(question);
    question.send();
    return question.answer.future().onComplete(over -> open.remove(question));
  }

  /** Asks all of them once more; of each the first answer counts. */
  void again() {
    open.forEach(question -> question.context.runOnContext(here -> question.send()));
  }

  /** All of it happens on the context on which it was asked. */
  private final class Question {
    private final String address;
    private final Envelope asked;
    private final long deadline;
    private final Context context;
    private final Promise<Message<Envelope>> answer = Promise.promise();
    private final AtomicInteger underWay = new AtomicInteger();

    Question(String address, Envelope asked, long deadline, Vertx vertx) {
      this.address = address;
      this.asked = asked;
      this.deadline = deadline;
      this.context = vertx.getOrCreateContext();
    }

    void send() {
      Duration left = Duration.ofNanos(deadline - System.nanoTime());
      if (answer.future().isComplete() || left.toMillis() <= 0) {
        return;
      }
      underWay.incrementAndGet();
      Future.succeededFuture(asked)
          .compose(body -> sender.send(address, body, left))
          .onSuccess(answer::tryComplete)
          .onFailure(this::failed);
    }

    /** A failure that somebody answers is an answer; else another asking may still have one. */
    private void failed(Throwable failure) {
      boolean last = underWay.decrementAndGet() == 0;
      boolean answered =
          failure instanceof ReplyException reply
              && reply.failureType() == ReplyFailure.RECIPIENT_FAILURE;
      if (answered || last) {
        answer.tryFail(failure);
      }
    }
  }
}
