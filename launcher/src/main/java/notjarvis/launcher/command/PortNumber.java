package notjarvis.launcher.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code --port}: 0 takes a free one. */
final class PortNumber implements ITypeConverter<Integer> {
  private static final int LARGEST = 65_535;

  @Override
  public Integer convert(String value) {
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= LARGEST) {
        return port;
      }
    } catch (NumberFormatException e) {
      // told below, with the range
    }
    throw new TypeConversionException("a port is a whole number from 0 to " + LARGEST);
  }
}
