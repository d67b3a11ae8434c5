package notjarvis.launcher.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.ConnectException;
import java.net.URI;
import notjarvis.json.Json;

/** A server did not do what it was asked; the message is for the person. */
public final class ServerException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  private enum Kind {
    /** Nothing listens there, so nothing was asked. */
    UNREACHED,
    WRONG_USAGE,
    /** Whether anything came of it is not known. */
    BROKEN
  }

  private ServerException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  static ServerException away(URI address, Throwable cause) {
    Kind kind = cause instanceof ConnectException ? Kind.UNREACHED : Kind.BROKEN;
    return new ServerException(
        kind,
        "Cannot reach Not-Jarvis at " + address + ". Is it running? Start it with: jarvis serve");
  }

  static ServerException cut() {
    return new ServerException(Kind.BROKEN, "The stream was cut before the answer came.");
  }

  static ServerException refused(int status, String body) {
    boolean wrongUsage = status == 400 || status == 413;
    return new ServerException(wrongUsage ? Kind.WRONG_USAGE : Kind.BROKEN, detail(status, body));
  }

  private static String detail(int status, String body) {
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

  /** Whether the server never heard of it, so that another one may be asked. */
  public boolean isUnreached() {
    return kind == Kind.UNREACHED;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
