package notjarvis.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import notjarvis.failure.FailureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TroubleTest {
  @ParameterizedTest
  @CsvSource({
    "08P01, UNREACHABLE",
    "40P01, BUSY",
    "40001, BUSY",
    "55P03, BUSY",
    "57014, BUSY",
    "25P03, BUSY",
    "53300, UNREACHABLE",
    "57P01, UNREACHABLE",
    "57P03, UNREACHABLE",
    "25006, UNREACHABLE",
    "28P01, LOGIN_REFUSED",
    "3D000, DATABASE_MISSING",
    "22P05, UNFIT_TEXT",
    "26000, POOLER_IN_BETWEEN",
    "23505, DEFECT",
    "42P01, TABLES_GONE",
    "3F000, TABLES_GONE",
  })
  void theServersCodesAreToldApart(String state, Trouble trouble) {
    assertThat(Trouble.of(new PgException("no", "FATAL", state, ""))).isEqualTo(trouble);
    assertThat(Trouble.of(new IllegalStateException(new SQLException("no", state))))
        .isEqualTo(trouble);
  }

  @ParameterizedTest
  @MethodSource
  void aConnectionThatFailsIsNobodysDefect(Throwable failure) {
    assertThat(Trouble.of(failure)).isEqualTo(Trouble.UNREACHABLE);
  }

  static Stream<Throwable> aConnectionThatFailsIsNobodysDefect() {
    return Stream.of(
        new ConnectException("refused"),
        new UnknownHostException("nowhere"),
        new TimeoutException("Timeout 8000 (ms) fired"),
        ClosedConnectionException.INSTANCE);
  }

  @Test
  void aPoolThatIsFullIsBusyAndNoOutage() {
    assertThat(Trouble.of(new ConnectionPoolTooBusyException("full"))).isEqualTo(Trouble.BUSY);
    assertThat(Trouble.BUSY.isOutage()).isFalse();
    assertThat(Trouble.UNREACHABLE.isOutage()).isTrue();
    assertThat(Trouble.BUSY.failure().code()).isEqualTo(FailureCode.UNAVAILABLE);
  }

  @Test
  void anythingElseIsADefect() {
    assertThat(Trouble.of(new IllegalStateException("oops"))).isEqualTo(Trouble.DEFECT);
    assertThat(Trouble.DEFECT.failure().code()).isEqualTo(FailureCode.INTERNAL);
  }
}
