package notjarvis.launcher.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A goal as it was typed. */
final class Goal implements ITypeConverter<String> {
  /** What Java puts in the place of bytes that it cannot read. */
  private static final char UNREADABLE = '\uFFFD';

  @Override
  public String convert(String value) {
    if (value.isBlank()) {
      throw new TypeConversionException("it is empty: say what you want, such as \"open github\".");
    }
    return readable(value);
  }

  /** The same goal, if all of it was understood; half a goal must not be acted on. */
  static String readable(String goal) {
    if (goal.indexOf(UNREADABLE) >= 0) {
      throw new TypeConversionException(
          "some of its characters cannot be read here. Set LANG=C.UTF-8 and try again.");
    }
    return goal;
  }
}
