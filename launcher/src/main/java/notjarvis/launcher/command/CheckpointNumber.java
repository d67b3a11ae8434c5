package notjarvis.launcher.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code --checkpoint}: checkpoints are numbered from 1. */
final class CheckpointNumber implements ITypeConverter<Long> {
  @Override
  public Long convert(String value) {
    try {
      long number = Long.parseLong(value);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new TypeConversionException("checkpoints are numbered from 1; jarvis history shows them");
  }
}
