package notjarvis.launcher.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import notjarvis.json.Json;

/** A server did not do what it was asked; the message is for the person. */
public final class ServerException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean wrongUsage;

  private ServerException(String message, boolean wrongUsage, Throwable cause) {
    super(message, cause);
    this.wrongUsage = wrongUsage;
  }

  private ServerException(String message, boolean wrongUsage) {
    super(message);
    this.wrongUsage = wrongUsage;
  }

  static ServerException away(URI address, Throwable cause) {
    return new ServerException(
        "Cannot reach Not-Jarvis at " + address + ". Is it running? Start it with: jarvis serve",
        false,
        cause);
  }

  static ServerException cut() {
    return new ServerException("The stream was cut before the answer came.", false);
  }

  static ServerException refused(int status, String body) {
    boolean wrongUsage = status == 400 || status == 413;
    return new ServerException(detail(status, body), wrongUsage);
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
    return wrongUsage;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
