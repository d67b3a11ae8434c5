package notjarvis.launcher.command;

import java.util.Arrays;
import java.util.stream.Collectors;
import notjarvis.run.OnBusy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What becomes of a goal while its conversation is busy with another one. */
final class BusyOption {
  @Option(
      names = "--on-busy",
      paramLabel = "WHAT",
      defaultValue = "enqueue",
      converter = Named.class,
      description =
          "What becomes of a goal while another terminal keeps the conversation busy: enqueue (it"
              + " waits), steer (it joins what is under way), interrupt (it takes its place) or"
              + " reject (default: ${DEFAULT-VALUE}).")
  OnBusy choice = OnBusy.ENQUEUE;

  /** {@code --on-busy}. */
  static final class Named implements ITypeConverter<OnBusy> {
    @Override
    public OnBusy convert(String value) {
      return Arrays.stream(OnBusy.values())
          .filter(each -> each.wireName().equals(value))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("it is one of " + names()));
    }

    private static String names() {
      return Arrays.stream(OnBusy.values()).map(OnBusy::wireName).collect(Collectors.joining(", "));
    }
  }
}
