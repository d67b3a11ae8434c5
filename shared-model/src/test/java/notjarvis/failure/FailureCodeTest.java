package notjarvis.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureCodeTest {
  @ParameterizedTest
  @EnumSource(FailureCode.class)
  void everyCodeSurvivesTheBus(FailureCode code) {
    ReplyException reply =
        new ReplyException(ReplyFailure.RECIPIENT_FAILURE, code.number(), "a text");

    assertThat(FailureCode.of(reply)).isEqualTo(code);
    assertThat(Failure.of(reply)).hasMessage("a text");
  }

  @Test
  void aNumberOfAnotherVersionIsInternal() {
    assertThat(FailureCode.of(new ReplyException(ReplyFailure.RECIPIENT_FAILURE, 99, "")))
        .isEqualTo(FailureCode.INTERNAL);
  }

  @Test
  void anErrorOfTheBusItselfIsInternal() {
    assertThat(FailureCode.of(new ReplyException(ReplyFailure.ERROR, "no codec")))
        .isEqualTo(FailureCode.INTERNAL);
  }

  @Test
  void aTimeoutIsATimeoutWhereverItComesFrom() {
    assertThat(FailureCode.of(new TimeoutException())).isEqualTo(FailureCode.TIMEOUT);
    assertThat(Failure.of(new TimeoutException())).hasMessage("No answer came in time.");
  }

  @Test
  void aFailureIsItself() {
    Failure failure = Failure.badRequest("user_goal is empty");

    assertThat(Failure.of(failure)).isSameAs(failure);
    assertThat(Failure.unavailable("away").code()).isEqualTo(FailureCode.UNAVAILABLE);
  }
}
