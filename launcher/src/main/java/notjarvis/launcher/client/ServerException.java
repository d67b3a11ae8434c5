package notjarvis.launcher.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.util.Optional;
import notjarvis.json.Json;

/**
 * A server did not do what it was asked. The message is for the person; it may carry words of the
 * server, so clean it before it is shown.
 */
public final class ServerException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int UNKNOWN_USER = 401;
  private static final String SIGN_IN =
      " At a terminal: set JARVIS_TOKEN to what \"jarvis token --user NAME\" prints where the"
          + " server's JARVIS_JWT_SECRET is set.";
  private static final int NOT_NOW = 503;
  private static final int NOT_IN_TIME = 504;

  private final Kind kind;
  private final String runId;

  private enum Kind {
    /** Nothing listens there, so nothing was asked. */
    UNREACHED,
    WRONG_USAGE,
    /** The connection broke, or no answer came: whether anything came of it is not known. */
    LOST,
    /** What was asked for does not fit to how things stand. */
    CONFLICT,
    /** The server cannot do it just now. */
    NOT_NOW,
    BROKEN
  }

  private ServerException(Kind kind, String message, String runId) {
    super(message);
    this.kind = kind;
    this.runId = runId;
  }

  /** No answer came: nobody is there, or the connection broke before it said anything. */
  static ServerException away(URI address, IOException cause) {
    if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
      return new ServerException(
          Kind.UNREACHED,
          "Cannot reach Not-Jarvis at " + address + ". Is it running? Start it with: jarvis serve",
          "");
    }
    return lost(address, cause, " Whether it took the goal is not known.");
  }

  /** No answer came to what is not a goal. */
  static ServerException silent(URI address, IOException cause) {
    boolean unreached =
        cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    return unreached ? away(address, cause) : lost(address, cause, "");
  }

  private static ServerException lost(URI address, IOException cause, String then) {
    String words = "No answer came from " + address + " (" + reason(cause) + ")." + then;
    return new ServerException(Kind.LOST, words, "");
  }

  private static String reason(IOException cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  /** The goal was taken, but its stream did not come to its end. */
  static ServerException cut(String runId) {
    String run = runId.isEmpty() ? "The run" : "Run " + runId;
    return new ServerException(
        Kind.LOST,
        "The connection broke before the answer came. "
            + run
            + " goes on as long as its server does.",
        runId);
  }

  /** The goal was taken, but what came of it is no stream of events that anyone could read. */
  static ServerException unreadable(String runId, IllegalStateException cause) {
    return new ServerException(
        Kind.BROKEN, "The server's stream cannot be read: " + cause.getMessage() + ".", runId);
  }

  /** Something else than Not-Jarvis listens there. */
  static ServerException stranger(URI address, String contentType) {
    String sent = contentType.isEmpty() ? "something" : contentType;
    return new ServerException(
        Kind.BROKEN,
        "What listens at "
            + address
            + " is not Not-Jarvis: it sent "
            + sent
            + " in place of a stream of events.",
        "");
  }

  static ServerException refused(int status, String body, String runId) {
    String then =
        status == NOT_NOW
            ? " Whether your goal was taken is not known: \"jarvis history\" shows it if it was."
            : "";
    return new ServerException(kind(status), detail(status, body) + then, runId);
  }

  /** The server did not do what is not a goal. */
  static ServerException declined(int status, String body) {
    return new ServerException(kind(status), detail(status, body), "");
  }

  private static Kind kind(int status) {
    return switch (status) {
      case 400, 413 -> Kind.WRONG_USAGE;
      case 409 -> Kind.CONFLICT;
      case NOT_NOW, NOT_IN_TIME -> Kind.NOT_NOW;
      default -> Kind.BROKEN;
    };
  }

  private static String detail(int status, String body) {
    return status == UNKNOWN_USER ? said(status, body) + SIGN_IN : said(status, body);
  }

  private static String said(int status, String body) {
    try {
      JsonNode problem = Json.mapper().readTree(body);
      if (problem.path("detail").isTextual()) {
        return problem.path("detail").textValue();
      }
    } catch (JsonProcessingException e) {
      // not ours: told by its status alone
    }
    return "The server answered with status " + status + ".";
  }

  /** Whether asking the same again is of no use because the question is wrong. */
  public boolean isWrongUsage() {
    return kind == Kind.WRONG_USAGE;
  }

  /** Whether things stand so that it cannot be done. */
  public boolean isConflict() {
    return kind == Kind.CONFLICT;
  }

  /** Whether the server never heard of it, so that another one may be asked. */
  public boolean isUnreached() {
    return kind == Kind.UNREACHED;
  }

  /**
   * Whether asking the same again, by the same key, may lead on.
   *
   * @param taken whether the goal was taken before
   */
  public boolean isWorthAnotherTry(boolean taken) {
    return kind == Kind.LOST || (taken && (kind == Kind.UNREACHED || kind == Kind.NOT_NOW));
  }

  /** Which run it is about, if the server said so. */
  public Optional<String> runId() {
    return runId.isEmpty() ? Optional.empty() : Optional.of(runId);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
