package notjarvis.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.eventbus.ReplyException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The doorway to the event bus, and the only class that touches it. Questions, answers and events
 * are records; a failed answer arrives as a {@link Failure} with its code and a text that may be
 * shown.
 */
public final class Bus {
  private static final Logger LOG = LoggerFactory.getLogger(Bus.class);

  private final EventBus eventBus;
  private final Questions questions;

  private Bus(Vertx vertx) {
    this.eventBus = vertx.eventBus();
    this.questions = new Questions(vertx, this::send);
  }

  /** Opens the doorway. To be called once for each Vert.x instance, before anything is deployed. */
  public static Bus open(Vertx vertx) {
    vertx.eventBus().registerCodec(new EnvelopeCodec());
    return new Bus(vertx);
  }

  /**
   * Asks and waits for the answer as long as the channel says. Whatever goes wrong is a {@link
   * Failure}; nothing is thrown.
   */
  public <Q, A> Future<A> ask(Channel<Q, A> channel, Q question) {
    return Future.succeededFuture(Envelope.of(question))
        .compose(asked -> questions.ask(channel.address(), asked, channel.timeout()))
        .map(reply -> reply.body().as(channel.answer()))
        .recover(failure -> Future.failedFuture(told(channel, failure)));
  }

  private Future<Message<Envelope>> send(String address, Envelope asked, Duration patience) {
    return eventBus.request(address, asked, delivery().setSendTimeout(patience.toMillis()));
  }

  /**
   * Asks once more whatever has no answer yet: to be called when another process is gone, since it
   * may have had the question. Whoever answers must therefore not mind hearing one twice.
   */
  public void askAgain() {
    questions.again();
  }

  /** What the other side did not say of itself went wrong on this one, or cannot be read here. */
  private static Failure told(Channel<?, ?> channel, Throwable failure) {
    if (!(failure instanceof ReplyException)) {
      LOG.error("Failed to ask {} or to read its answer", channel.address(), failure);
    }
    return Failure.of(failure);
  }

  /** Answers a channel; whatever the handler throws or fails with reaches the asker as a code. */
  public <Q, A> Registration answer(Channel<Q, A> channel, Function<Q, Future<A>> handler) {
    MessageConsumer<Envelope> consumer = eventBus.consumer(channel.address());
    consumer.handler(message -> reply(channel, handler, message));
    return new Consumption(consumer);
  }

  /** Tells everyone who listens. */
  public <E> void publish(Topic<E> topic, E event) {
    eventBus.publish(topic.address(), Envelope.of(event), delivery());
  }

  /** Listens to a topic. */
  public <E> Registration listen(Topic<E> topic, Consumer<E> listener) {
    MessageConsumer<Envelope> consumer = eventBus.consumer(topic.address());
    consumer.handler(message -> deliver(topic, listener, message));
    return new Consumption(consumer);
  }

  private static <Q, A> void reply(
      Channel<Q, A> channel, Function<Q, Future<A>> handler, Message<Envelope> message) {
    decode(message, channel.ask())
        .compose(handler)
        .map(Envelope::of)
        .onSuccess(answer -> message.reply(answer, delivery()))
        .onFailure(failure -> refuse(channel, message, failure));
  }

  private static <Q> Future<Q> decode(Message<Envelope> message, Class<Q> type) {
    try {
      return Future.succeededFuture(message.body().as(type));
    } catch (RuntimeException e) { // whatever came, whoever sent it
      LOG.warn("Undecodable message at {}", message.address(), e);
      return Future.failedFuture(
          Failure.badRequest("The message is not a " + type.getSimpleName()));
    }
  }

  private static void refuse(Channel<?, ?> channel, Message<Envelope> message, Throwable failure) {
    Failure known = Failure.of(failure);
    if (known.code() == FailureCode.INTERNAL) {
      LOG.error("Failed to answer {}", channel.address(), failure);
    }
    message.fail(known.code().number(), known.getMessage());
  }

  private static <E> void deliver(Topic<E> topic, Consumer<E> listener, Message<Envelope> message) {
    try {
      listener.accept(message.body().as(topic.event()));
    } catch (RuntimeException e) {
      LOG.error("Failed to handle an event of {}", topic.address(), e);
    }
  }

  private static DeliveryOptions delivery() {
    return new DeliveryOptions().setCodecName(EnvelopeCodec.NAME);
  }

  private record Consumption(MessageConsumer<Envelope> consumer) implements Registration {
    @Override
    public Future<Void> completion() {
      return consumer.completion();
    }

    @Override
    public Future<Void> close() {
      return consumer.unregister();
    }
  }
}
