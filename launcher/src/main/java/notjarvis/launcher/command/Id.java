package notjarvis.launcher.command;

import java.util.UUID;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The name that a server gave to a run or to something that it asked. */
final class Id implements ITypeConverter<UUID> {
  @Override
  public UUID convert(String value) {
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "it looks like 123e4567-e89b-12d3-a456-426614174000; the run told it");
    }
  }
}
