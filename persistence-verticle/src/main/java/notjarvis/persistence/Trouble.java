package notjarvis.persistence;

import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import org.jspecify.annotations.Nullable;

/** What can be wrong with the database, in words for the person. */
enum Trouble {
  PREPARING(FailureCode.UNAVAILABLE, "The database is being prepared. Ask again in a moment."),
  UNREACHABLE(
      FailureCode.UNAVAILABLE,
      "The database cannot be reached or does not answer; retrying until it does."),
  LOGIN_REFUSED(
      FailureCode.UNAVAILABLE,
      "The database refuses the login: check user, password and sslmode in DATABASE_URL; retrying."),
  DATABASE_MISSING(
      FailureCode.UNAVAILABLE,
      "The server has no database of the name in DATABASE_URL: create it; retrying."),
  POOLER_IN_BETWEEN(
      FailureCode.UNAVAILABLE,
      "A pooler stands before the database: set JARVIS_DATABASE_POOLER=transaction."),
  NOT_MIGRATED(
      FailureCode.UNAVAILABLE,
      "The tables in the database cannot be brought up to date; logs/jarvis.log says why; retrying."),
  TABLES_GONE(
      FailureCode.UNAVAILABLE,
      "The tables are gone from the database and are made again. Ask again in a moment."),
  TABLES_MISSING(
      FailureCode.UNAVAILABLE,
      "Some tables of Not-Jarvis are missing from the database: restore its schema \"notjarvis\" from"
          + " a backup, or drop the whole schema to begin anew; looking again until then."),
  NEWER_TABLES(
      FailureCode.UNAVAILABLE,
      "A newer Not-Jarvis has changed the tables in the database: start that version; looking again"
          + " until then."),
  BUSY(FailureCode.UNAVAILABLE, "The database is too busy just now. Ask again in a moment."),
  UNFIT_TEXT(FailureCode.BAD_REQUEST, "There is a character in it that no database can keep."),
  DEFECT(
      FailureCode.INTERNAL, "Something went wrong inside Not-Jarvis; logs/jarvis.log says what.");

  private final FailureCode code;
  private final String text;

  Trouble(FailureCode code, String text) {
    this.code = code;
    this.text = text;
  }

  String text() {
    return text;
  }

  Failure failure() {
    return new Failure(code, text);
  }

  /** Whether the database answers nobody until this is over. */
  boolean isOutage() {
    return code == FailureCode.UNAVAILABLE && this != BUSY;
  }

  /** The trouble behind a failure of the client, or of the driver that the schema comes through. */
  static Trouble of(Throwable failure) {
    @Nullable String state = sqlState(failure);
    if (state != null) {
      return ofState(state);
    }
    if (isFullPool(failure)) {
      return BUSY;
    }
    boolean ours = failure instanceof RuntimeException && !(failure instanceof VertxException);
    return ours ? DEFECT : UNREACHABLE;
  }

  /** What the pool says when all connections are taken for too long; it has no type of its own. */
  private static boolean isFullPool(Throwable failure) {
    return failure instanceof ConnectionPoolTooBusyException
        || "Timeout".equals(failure.getMessage());
  }

  private static Trouble ofState(String state) {
    return switch (state) {
      case "3D000" -> DATABASE_MISSING;
      case "22021", "22P05" -> UNFIT_TEXT;
      case "26000", "42P05" -> POOLER_IN_BETWEEN; // our statements are another client's there
      case "42P01", "3F000" -> TABLES_GONE;
      case "55P03", "57014", "25P03" -> BUSY; // what a transaction of ours waited for took too long
      case "25006" -> UNREACHABLE; // a stand-by answers while the real one is away
      default -> ofClass(state.substring(0, Math.min(2, state.length())));
    };
  }

  private static Trouble ofClass(String stateClass) {
    return switch (stateClass) {
      case "28" -> LOGIN_REFUSED;
      case "40" -> BUSY; // others were faster
      case "08", "53", "57", "58" -> UNREACHABLE;
      default -> DEFECT;
    };
  }

  private static @Nullable String sqlState(@Nullable Throwable failure) {
    if (failure instanceof PgException error) {
      return error.getSqlState();
    }
    if (failure instanceof SQLException error) {
      return error.getSQLState();
    }
    return failure == null ? null : sqlState(failure.getCause());
  }

  /** What the deepest cause says, for the log. */
  static String cause(Throwable failure) {
    @Nullable Throwable deeper = failure.getCause();
    return deeper == null ? String.valueOf(failure.getMessage()) : cause(deeper);
  }
}
