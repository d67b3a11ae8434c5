package notjarvis.launcher.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import notjarvis.launcher.client.Resources;
import notjarvis.launcher.client.ServerException;
import notjarvis.launcher.server.Instances.Attached;
import notjarvis.launcher.terminal.Clean;
import picocli.CommandLine.Mixin;

/** A command that reads or changes what a server keeps. */
abstract class ResourceCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final ServerOptions options = new ServerOptions();

  ResourceCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public final Integer call() throws ServerException, InterruptedException, IOException {
    try (Attached attached = options.connect(surroundings)) {
      run(attached.server().resources());
      return ExitCode.FINISHED;
    }
  }

  abstract void run(Resources resources) throws ServerException, InterruptedException, IOException;

  /** Shows a line, without what could steer the terminal. */
  final void show(String line) {
    surroundings.out().println(Clean.text(line));
  }
}
