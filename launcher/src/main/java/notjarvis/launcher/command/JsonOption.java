package notjarvis.launcher.command;

import picocli.CommandLine.Option;

/** Whether a program reads what a command prints. */
final class JsonOption {
  @Option(names = "--json", description = "Print each as a line of JSON.")
  boolean wanted;
}
