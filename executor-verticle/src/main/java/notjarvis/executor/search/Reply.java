package notjarvis.executor.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** What came of one request. */
sealed interface Reply {

  /** Whether sending the same once more makes sense. */
  boolean mayBeBetterNextTime();

  /** How long the service asks to wait before that. */
  Optional<Duration> askedPause();

  <R> R fold(Function<Answer, R> answered, Function<Silence, R> silent);

  /**
   * An HTTP answer, whatever its status.
   *
   * @param body an object, or missing when it is none
   */
  record Answer(int status, Optional<Duration> askedPause, JsonNode body) implements Reply {
    @Override
    public boolean mayBeBetterNextTime() {
      return status == 408 || status == 429 || isServiceFault();
    }

    @Override
    public <R> R fold(Function<Answer, R> answered, Function<Silence, R> silent) {
      return answered.apply(this);
    }

    boolean isServiceFault() {
      return status >= 500;
    }

    boolean isOk() {
      return status == 200;
    }
  }

  /** No whole answer came. */
  enum Silence implements Reply {
    UNREACHABLE,
    TOO_SLOW,
    TOO_LARGE;

    @Override
    public boolean mayBeBetterNextTime() {
      return this == UNREACHABLE;
    }

    @Override
    public Optional<Duration> askedPause() {
      return Optional.empty();
    }

    @Override
    public <R> R fold(Function<Answer, R> answered, Function<Silence, R> silent) {
      return silent.apply(this);
    }
  }
}
