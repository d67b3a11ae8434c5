package notjarvis.gateway;

import static notjarvis.gateway.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.gateway.sse.StreamLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A goal that no planner takes on has the status of its reason. */
@Timeout(30)
final class RefusedGoalTest {
  private static final String GOAL = "{\"user_goal\":\"go\",\"thread_id\":\"t\"}";

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(FailureCode.BAD_REQUEST, 400),
        Arguments.of(FailureCode.NOT_FOUND, 404),
        Arguments.of(FailureCode.CONFLICT, 409),
        Arguments.of(FailureCode.FENCED, 409),
        Arguments.of(FailureCode.UNAVAILABLE, 503),
        Arguments.of(FailureCode.TIMEOUT, 504),
        Arguments.of(FailureCode.INTERNAL, 500));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aGoalThatIsNotTakenOnHasTheStatusOfItsReason(FailureCode code, int status) throws Exception {
    try (RunningGateway other = RunningGateway.start()) {
      other.planner.answers(question -> Future.failedFuture(new Failure(code, "Because.")));

      HttpResponse<String> response = other.post(GOAL);

      assertThat(refused(status, response).path("detail").asText()).isEqualTo("Because.");
      assertThat(response.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
      assertThat(other.metric("notjarvis_runs_started_total")).isZero();
      await().until(() -> other.metric("notjarvis_streams_open") == 0);
    }
  }

  @Test
  void aDefectOfThePlannerIsToldWithoutItsText() throws Exception {
    try (RunningGateway other = RunningGateway.start()) {
      other.planner.answers(
          question -> Future.failedFuture(new IllegalStateException("secret text")));

      HttpResponse<String> response = other.post(GOAL);

      refused(500, response);
      assertThat(response.body()).doesNotContain("secret");
    }
  }

  @Test
  void aGoalWithNoPlannerRunningIsToldToComeBack() throws Exception {
    try (RunningGateway alone = RunningGateway.startWithoutPlanner(StreamLimits.DEFAULT)) {
      HttpResponse<String> response = alone.post(GOAL);

      refused(503, response);
      assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
    }
  }
}
