package notjarvis.executor.desktop;

import java.util.regex.Pattern;
import notjarvis.failure.Failure;

/** What the person calls an application: never a path, an option or a command. */
record AppName(String text) {
  private static final int LONGEST = 100;
  private static final Pattern UNSAFE = Pattern.compile("^-|[/\\\\\\p{Cc}\\p{Cf}\\p{Cs}]");

  /**
   * Reads a name.
   *
   * @throws Failure when it is not one, with a text for the person
   */
  static AppName parse(String text) {
    String name = text.strip();
    if (name.isEmpty() || name.length() > LONGEST || UNSAFE.matcher(name).find()) {
      throw Failure.badRequest(
          "That is not the name of an application. Say it as the menu shows it, such as Firefox.");
    }
    return new AppName(name);
  }
}
