package notjarvis.gateway.http;

import org.jspecify.annotations.Nullable;

/** A request that is refused for a reason of its own, in words for who sent it. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String detail;
  private final @Nullable String field;

  private Refusal(int status, String detail, @Nullable String field) {
    super(detail, null, false, false);
    this.status = status;
    this.detail = detail;
    this.field = field;
  }

  /**
   * Refuses a request.
   *
   * @param detail what is wrong and what to do
   */
  public static Refusal of(int status, String detail) {
    return new Refusal(status, detail, null);
  }

  /** Refuses a request of which a field, a parameter or a header is at fault. */
  public static Refusal ofField(String field, String detail) {
    return new Refusal(400, detail, field);
  }

  int status() {
    return status;
  }

  String detail() {
    return detail;
  }

  @Nullable String field() {
    return field;
  }
}
