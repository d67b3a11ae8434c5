package notjarvis.launcher.command;

import notjarvis.thread.ThreadKey;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code --thread}: what every server takes as the name of a conversation. */
final class ThreadId implements ITypeConverter<String> {
  @Override
  public String convert(String value) {
    if (!ThreadKey.isThreadId(value)) {
      throw new TypeConversionException("a conversation's name has " + ThreadKey.THREAD_ID_RULE);
    }
    return value;
  }
}
