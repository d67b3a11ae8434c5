package notjarvis.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Beat;
import notjarvis.journal.CheckHealth;
import notjarvis.journal.Health;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class BusTest {
  private static final Channel<CheckHealth, Health> HEALTH =
      new Channel<>("test.health", CheckHealth.class, Health.class, Duration.ofMillis(300));
  private static final Topic<Beat> BEATS = new Topic<>("test.beats", Beat.class);

  private Bus bus;

  @BeforeEach
  void open(Vertx vertx) {
    bus = Bus.open(vertx);
  }

  @Test
  void aRecordIsHandedOnByReferenceWithinAProcess() throws Exception {
    Health answer = new Health(true, "fine");
    bus.answer(HEALTH, question -> Future.succeededFuture(answer));

    Health received = await(bus.ask(HEALTH, new CheckHealth()));

    assertThat(received).isSameAs(answer);
  }

  @Test
  void aNamedInstanceIsAskedAtItsOwnAddress() throws Exception {
    bus.answer(HEALTH.of("a"), question -> Future.succeededFuture(new Health(true, "a")));
    bus.answer(HEALTH.of("b"), question -> Future.succeededFuture(new Health(true, "b")));

    assertThat(await(bus.ask(HEALTH.of("b"), new CheckHealth())).detail()).isEqualTo("b");
  }

  @Test
  void aFailureArrivesWithItsCodeAndItsText() throws Exception {
    bus.answer(
        HEALTH, question -> Future.failedFuture(new Failure(FailureCode.FENCED, "not yours")));

    Failure failure = failureOf(bus.ask(HEALTH, new CheckHealth()));

    assertThat(failure.code()).isEqualTo(FailureCode.FENCED);
    assertThat(failure).hasMessage("not yours");
  }

  @Test
  void aDefectOfAHandlerKeepsItsTextToTheLog() throws Exception {
    bus.answer(
        HEALTH,
        question -> {
          throw new IllegalStateException("password=hunter2");
        });

    Failure failure = failureOf(bus.ask(HEALTH, new CheckHealth()));

    assertThat(failure.code()).isEqualTo(FailureCode.INTERNAL);
    assertThat(failure.getMessage()).doesNotContain("hunter2");
  }

  @Test
  void whatHasNoAnswerYetIsAskedAgain() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    bus.answer(
        HEALTH,
        question ->
            asked.incrementAndGet() == 1
                ? Promise.<Health>promise().future()
                : Future.succeededFuture(new Health(true, "the second time")));
    Future<Health> answer = bus.ask(HEALTH, new CheckHealth());

    bus.askAgain();

    assertThat(await(answer).detail()).isEqualTo("the second time");
  }

  @Test
  void theFirstAnswerCountsAlthoughNobodyIsThereToBeAskedAgain() throws Exception {
    Promise<Health> late = Promise.promise();
    CountDownLatch heard = new CountDownLatch(1);
    Registration answering =
        bus.answer(
            HEALTH,
            question -> {
              heard.countDown();
              return late.future();
            });
    Future<Health> answer = bus.ask(HEALTH, new CheckHealth());
    assertThat(heard.await(5, TimeUnit.SECONDS)).isTrue();
    await(answering.close());

    bus.askAgain();
    late.complete(new Health(true, "at last"));

    assertThat(await(answer).detail()).isEqualTo("at last");
  }

  @Test
  void whatWasAnsweredIsNotAskedAgain() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    bus.answer(
        HEALTH, question -> Future.succeededFuture(new Health(true, "" + asked.incrementAndGet())));
    await(bus.ask(HEALTH, new CheckHealth()));

    bus.askAgain();

    assertThat(await(bus.ask(HEALTH, new CheckHealth())).detail()).isEqualTo("2");
  }

  @Test
  void nobodyThereIsUnavailable() throws Exception {
    Failure failure = failureOf(bus.ask(HEALTH, new CheckHealth()));

    assertThat(failure.code()).isEqualTo(FailureCode.UNAVAILABLE);
  }

  @Test
  void anAnswerThatDoesNotComeIsATimeout() throws Exception {
    bus.answer(HEALTH, question -> Future.future(promise -> {}));

    Failure failure = failureOf(bus.ask(HEALTH, new CheckHealth()));

    assertThat(failure.code()).isEqualTo(FailureCode.TIMEOUT);
  }

  @Test
  void aQuestionOfAnotherTypeIsABadRequest() throws Exception {
    bus.answer(HEALTH, question -> Future.succeededFuture(new Health(true, "")));
    Channel<Beat, Health> wrong =
        new Channel<>(HEALTH.address(), Beat.class, Health.class, HEALTH.timeout());

    Failure failure = failureOf(bus.ask(wrong, new Beat("p")));

    assertThat(failure.code()).isEqualTo(FailureCode.BAD_REQUEST);
  }

  @Test
  void everyListenerHearsAnEventUntilItCloses() throws Exception {
    BlockingQueue<Beat> first = new LinkedBlockingQueue<>();
    BlockingQueue<Beat> second = new LinkedBlockingQueue<>();
    Registration leaving = bus.listen(BEATS, first::add);
    Registration staying = bus.listen(BEATS, second::add);
    await(leaving.completion().compose(done -> staying.completion()));

    bus.publish(BEATS, new Beat("one"));
    assertThat(first.poll(5, TimeUnit.SECONDS)).isEqualTo(new Beat("one"));
    assertThat(second.poll(5, TimeUnit.SECONDS)).isEqualTo(new Beat("one"));
    await(leaving.close());
    bus.publish(BEATS, new Beat("two"));

    assertThat(second.poll(5, TimeUnit.SECONDS)).isEqualTo(new Beat("two"));
    assertThat(first).isEmpty();
  }

  @Test
  void aListenerThatFailsHearsTheNextEventToo() throws Exception {
    BlockingQueue<Beat> heard = new LinkedBlockingQueue<>();
    bus.listen(
        BEATS,
        beat -> {
          heard.add(beat);
          throw new IllegalStateException("a defect");
        });

    bus.publish(BEATS, new Beat("one"));
    bus.publish(BEATS, new Beat("two"));

    assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(new Beat("one"));
    assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(new Beat("two"));
  }

  @Test
  void onTheWireARecordIsJsonThatItsChannelDecodes() {
    EnvelopeCodec codec = new EnvelopeCodec();
    Buffer wire = Buffer.buffer("before");

    codec.encodeToWire(wire, Envelope.of(new Health(false, "größer")));
    Envelope received = codec.decodeFromWire("before".length(), wire);

    assertThat(received.as(Health.class)).isEqualTo(new Health(false, "größer"));
  }

  @Test
  void bytesThatAreNotTheRecordAreRefused() throws Exception {
    EnvelopeCodec codec = new EnvelopeCodec();
    Buffer wire = Buffer.buffer().appendInt(4).appendString("nope");

    Envelope received = codec.decodeFromWire(0, wire);

    assertThat(failureOf(Future.future(p -> p.complete(received.as(Health.class)))).code())
        .isEqualTo(FailureCode.INTERNAL);
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
  }

  private static Failure failureOf(Future<?> future) throws Exception {
    Future<Failure> failed =
        future.transform(result -> Future.succeededFuture(Failure.of(result.cause())));
    return await(failed);
  }
}
