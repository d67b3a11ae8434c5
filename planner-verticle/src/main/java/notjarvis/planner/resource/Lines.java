package notjarvis.planner.resource;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of a resource file, without the empty ones and those that begin with a hash. */
public final class Lines {
  private Lines() {}

  public static List<String> of(String resource) {
    try {
      return Resources.readLines(
              Resources.getResource(Lines.class, resource), StandardCharsets.UTF_8)
          .stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }
}
