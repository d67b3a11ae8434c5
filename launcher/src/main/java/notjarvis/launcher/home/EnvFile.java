package notjarvis.launcher.home;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of settings, a line each:
 *
 * <pre>
 * # a comment; empty lines mean nothing
 * KEY=value of any words   # a comment, after a space
 * export KEY=value
 * KEY='as it stands'
 * KEY="with \" and \\ for a quote and a backslash"
 * </pre>
 *
 * Nothing is put in for {@code $NAME} or {@code ~}, and a value ends with its line. The last line
 * with a key counts.
 */
final class EnvFile {
  private static final Pattern ASSIGNMENT =
      Pattern.compile("(?:export\\s+)?(?<key>[A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(?<value>.*)");
  private static final Pattern QUOTED =
      Pattern.compile("(?:'(?<plain>[^']*)'|\"(?<escaped>(?:[^\"\\\\]|\\\\.)*)\")\\s*(?:#.*)?");
  private static final Pattern COMMENT = Pattern.compile("(?:^|\\s+)#.*");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([\"\\\\])");

  private final Map<String, String> values = new HashMap<>();
  private final String name;
  private final List<String> faults;

  private EnvFile(String name, List<String> faults) {
    this.name = name;
    this.faults = faults;
  }

  /**
   * Reads the settings.
   *
   * @param name of the file, for the faults
   * @param faults gains what is wrong with a line, by its number and without its text
   */
  static Map<String, String> read(String name, List<String> lines, List<String> faults) {
    EnvFile file = new EnvFile(name, faults);
    for (int i = 0; i < lines.size(); i++) {
      file.take(i + 1, lines.get(i).strip());
    }
    return file.values;
  }

  private void take(int number, String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    Matcher assignment = ASSIGNMENT.matcher(line);
    if (!assignment.matches()) {
      fault(number, "is not KEY=value");
      return;
    }
    value(assignment.group("value"))
        .ifPresentOrElse(
            value -> values.put(assignment.group("key"), value),
            () -> fault(number, "has a quote that is not closed, or words after it"));
  }

  private void fault(int number, String what) {
    faults.add("%s: line %d %s".formatted(name, number, what));
  }

  private static Optional<String> value(String text) {
    if (!text.startsWith("'") && !text.startsWith("\"")) {
      return Optional.of(COMMENT.matcher(text).replaceFirst(""));
    }
    Matcher quoted = QUOTED.matcher(text);
    if (!quoted.matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(quoted.group("plain"))
        .or(() -> Optional.of(ESCAPE.matcher(quoted.group("escaped")).replaceAll("$1")));
  }
}
