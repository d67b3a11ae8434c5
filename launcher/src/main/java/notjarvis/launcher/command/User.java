package notjarvis.launcher.command;

import notjarvis.token.TokenMaker;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code --user}: what every server takes as the name of a user. */
final class User implements ITypeConverter<String> {
  @Override
  public String convert(String value) {
    if (!TokenMaker.isUser(value)) {
      throw new TypeConversionException("a user's name has " + TokenMaker.USER_RULE);
    }
    return value;
  }
}
