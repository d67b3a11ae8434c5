package notjarvis.bus;

import java.time.Duration;

/**
 * A request-reply address: what is asked there, what is answered, and how long an asker waits.
 *
 * @param address the event-bus address
 * @param ask the type of the question
 * @param answer the type of the answer
 * @param timeout how long to wait; the timeouts of nested requests are shorter
 */
public record Channel<Q, A>(String address, Class<Q> ask, Class<A> answer, Duration timeout) {

  /** The same channel of one named instance, where several answer the same kind of question. */
  public Channel<Q, A> of(String instance) {
    return new Channel<>(address + "." + instance, ask, answer, timeout);
  }
}
