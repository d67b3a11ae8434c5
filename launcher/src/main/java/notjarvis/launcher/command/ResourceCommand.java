package notjarvis.launcher.command;

import java.io.IOException;
import java.util.UUID;
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
      Resources resources = attached.server().resources();
      run(resources);
      if (attached.own() != null) {
        seeThrough(resources);
      }
      return ExitCode.FINISHED;
    }
  }

  abstract void run(Resources resources) throws ServerException, InterruptedException, IOException;

  /** What is under way ends with this process, which is the whole server: waits for it here. */
  void seeThrough(Resources resources) throws ServerException, InterruptedException {}

  /** Shows what becomes of a run, until it rests. */
  final void follow(Resources resources, UUID runId) throws ServerException, InterruptedException {
    Replay.show(resources, runId, surroundings.out());
  }

  /** Shows a line, without what could steer the terminal. */
  final void show(String line) {
    surroundings.out().println(Clean.text(line));
  }
}
