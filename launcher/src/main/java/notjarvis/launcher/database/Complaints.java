package notjarvis.launcher.database;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What, of the many lines that PostgreSQL's programs write, says why they failed. */
final class Complaints {
  private static final Pattern TELLING =
      Pattern.compile("(?:FATAL|PANIC|ERROR|DETAIL|HINT|error|detail|hint): .*");

  private Complaints() {}

  /** Those lines, in one; all lines where none of them tells. */
  static String in(String output) {
    String telling =
        TELLING.matcher(output).results().map(MatchResult::group).collect(Collectors.joining("; "));
    return telling.isEmpty() ? output : telling;
  }
}
