package notjarvis.executor.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a service asks to be left alone: in {@code Retry-After}, as seconds or as a date, or in
 * the {@code retry_after_seconds} of its error.
 */
final class AskedPause {
  private AskedPause() {}

  static Optional<Duration> of(HttpResponse<Buffer> response, JsonNode body) {
    JsonNode seconds = body.path("error").path("retry_after_seconds");
    if (seconds.isNumber()) {
      return Optional.of(Duration.ofSeconds(Math.max(0, seconds.asLong())));
    }
    return ofHeader(response.getHeader("Retry-After"), Instant.now());
  }

  static Optional<Duration> ofHeader(@Nullable String header, Instant now) {
    if (header == null) {
      return Optional.empty();
    }
    String text = header.strip();
    if (text.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
