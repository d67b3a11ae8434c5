package notjarvis.launcher.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code --days}. */
final class Days implements ITypeConverter<Integer> {
  private static final int MOST = 3_650;

  @Override
  public Integer convert(String value) {
    try {
      int days = Integer.parseInt(value);
      if (days >= 1 && days <= MOST) {
        return days;
      }
    } catch (NumberFormatException e) {
      // told below, with the range
    }
    throw new TypeConversionException("the days are a whole number from 1 to " + MOST);
  }
}
