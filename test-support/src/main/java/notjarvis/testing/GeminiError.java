package notjarvis.testing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import notjarvis.json.Json;

/** An error in the service's own words. */
record GeminiError(int code, String status, String message, List<Map<String, Object>> details) {
  private static final String TYPES = "type.googleapis.com/google.rpc.";

  GeminiError {
    details = List.copyOf(details);
  }

  static GeminiError of(int code, String status, String message) {
    return new GeminiError(code, status, message, List.of());
  }

  static GeminiError invalidArgument(String message) {
    return of(400, "INVALID_ARGUMENT", message);
  }

  static GeminiError invalidKey() {
    Map<String, Object> info =
        Map.of(
            "@type",
            TYPES + "ErrorInfo",
            "reason",
            "API_KEY_INVALID",
            "domain",
            "googleapis.com",
            "metadata",
            Map.of("service", "generativelanguage.googleapis.com"));
    return new GeminiError(
        400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.", List.of(info));
  }

  static GeminiError overQuota(String quotaId, Duration retryDelay) {
    String delay = "%d.%03ds".formatted(retryDelay.toSeconds(), retryDelay.toMillisPart());
    Map<String, Object> help =
        Map.of("@type", TYPES + "Help", "links", List.of(Map.of("url", "https://ai.google.dev")));
    Map<String, Object> quota =
        Map.of(
            "@type",
            TYPES + "QuotaFailure",
            "violations",
            List.of(Map.of("quotaId", quotaId, "quotaValue", "250")));
    Map<String, Object> retry = Map.of("@type", TYPES + "RetryInfo", "retryDelay", delay);
    return new GeminiError(
        429,
        "RESOURCE_EXHAUSTED",
        "You exceeded your current quota. Please retry in " + delay + ".",
        List.of(help, quota, retry));
  }

  String json() {
    return Json.write(tree());
  }

  /** Over several lines, as the service writes the body of an error. */
  String pretty() {
    return Json.mapper().valueToTree(tree()).toPrettyString();
  }

  private Map<String, Object> tree() {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put("message", message);
    error.put("status", status);
    if (!details.isEmpty()) {
      error.put("details", details);
    }
    return Map.of("error", error);
  }
}
