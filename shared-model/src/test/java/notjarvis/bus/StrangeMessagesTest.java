package notjarvis.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.junit5.VertxExtension;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.journal.Beat;
import notjarvis.journal.CheckHealth;
import notjarvis.journal.Health;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the doorway makes of messages that are not what their address declares. */
@ExtendWith(VertxExtension.class)
class StrangeMessagesTest {
  private static final Channel<CheckHealth, Health> HEALTH =
      new Channel<>("test.health", CheckHealth.class, Health.class, Duration.ofMinutes(5));

  private Vertx vertx;
  private Bus bus;

  @BeforeEach
  void open(Vertx opened) {
    vertx = opened;
    bus = Bus.open(opened);
  }

  static Stream<Envelope> answers() {
    return Stream.of(
        Envelope.of(new Beat("p")),
        Envelope.received("nope".getBytes(StandardCharsets.UTF_8)),
        Envelope.received("{\"ready\":\"perhaps\"}".getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void anAnswerThatCannotBeReadIsADefectAndNeverTheAskersFault(Envelope answer) throws Exception {
    // Given
    DeliveryOptions ours = new DeliveryOptions().setCodecName(EnvelopeCodec.NAME);
    vertx.eventBus().consumer(HEALTH.address(), question -> question.reply(answer, ours));

    // When, Then
    assertThat(failureOf(bus.ask(HEALTH, new CheckHealth())).code())
        .isEqualTo(FailureCode.INTERNAL);
  }

  @Test
  void anAnswerOfAForeignerIsADefect() throws Exception {
    // Given
    vertx.eventBus().consumer(HEALTH.address(), question -> question.reply("fine"));

    // When, Then
    assertThat(failureOf(bus.ask(HEALTH, new CheckHealth())).code())
        .isEqualTo(FailureCode.INTERNAL);
  }

  @Test
  void aQuestionOfAForeignerIsRefusedAtOnce() throws Exception {
    // Given
    bus.answer(HEALTH, question -> Future.succeededFuture(new Health(true, "fine")));

    // When
    Future<?> answer = vertx.eventBus().request(HEALTH.address(), "how are you?");

    // Then
    Throwable refusal = await(answer.transform(asked -> Future.succeededFuture(asked.cause())));
    assertThat(refusal)
        .isInstanceOf(ReplyException.class)
        .hasMessage("The message is not a CheckHealth");
  }

  @Test
  void askingWhenAllIsClosedFailsAndDoesNotThrow() throws Exception {
    // Given
    await(vertx.close());

    // When
    Future<Health> answer = bus.ask(HEALTH, new CheckHealth());

    // Then
    assertThat(failureOf(answer).code()).isEqualTo(FailureCode.INTERNAL);
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
  }

  /** As the asker has it: the doorway lets nothing else out. */
  private static Failure failureOf(Future<?> future) throws Exception {
    return (Failure) await(future.transform(asked -> Future.succeededFuture(asked.cause())));
  }
}
