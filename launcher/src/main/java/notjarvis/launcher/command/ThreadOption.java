package notjarvis.launcher.command;

import picocli.CommandLine.Option;

/** Which conversation a command is about. */
final class ThreadOption {
  @Option(
      names = {"-t", "--thread"},
      paramLabel = "T",
      defaultValue = "default",
      converter = ThreadId.class,
      description = "The conversation (default: ${DEFAULT-VALUE}).")
  String name = "default";
}
