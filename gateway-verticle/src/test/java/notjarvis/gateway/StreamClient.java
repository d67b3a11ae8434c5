package notjarvis.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client that prints every line starting with {@code data: } until {@code [DONE]}. */
final class StreamClient {
  private final BufferedReader lines;

  StreamClient(HttpResponse<InputStream> response) {
    lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8));
  }

  /** The next line for the person; null after the last. */
  @Nullable String next() throws IOException {
    String line = line();
    while (line != null && !line.startsWith("data: ")) {
      line = line();
    }
    String text = line == null ? null : line.substring("data: ".length());
    return "[DONE]".equals(text) ? null : text;
  }

  /** All lines for the person that are still to come. */
  List<String> rest() throws IOException {
    List<String> printed = new ArrayList<>();
    for (String text = next(); text != null; text = next()) {
      printed.add(text);
    }
    return printed;
  }

  /** The next line as it stands in the stream; null when the stream has ended. */
  @Nullable String line() throws IOException {
    return lines.readLine();
  }

  /** All that is still to come as it stands in the stream. */
  String raw() {
    try {
      StringBuilder all = new StringBuilder();
      for (String line = line(); line != null; line = line()) {
        all.append(line).append('\n');
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void hangUp() throws IOException {
    lines.close();
  }
}
