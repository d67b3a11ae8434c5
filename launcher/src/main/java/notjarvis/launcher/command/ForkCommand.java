package notjarvis.launcher.command;

import java.util.Map;
import notjarvis.launcher.client.Resources;
import notjarvis.launcher.client.ServerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jarvis fork}: a new conversation out of the beginning of another one. */
@Command(
    name = "fork",
    mixinStandardHelpOptions = true,
    description = "Begin a conversation where another one stood at a checkpoint.")
final class ForkCommand extends ResourceCommand {
  @Mixin private final ThreadOption thread = new ThreadOption();

  @Option(
      names = "--checkpoint",
      required = true,
      paramLabel = "N",
      converter = CheckpointNumber.class,
      description = "Up to which checkpoint it is the same; jarvis history shows them.")
  private long checkpoint;

  @Option(
      names = "--as",
      required = true,
      paramLabel = "NEW",
      converter = ThreadId.class,
      description = "What the new conversation is called.")
  private String fork = "";

  ForkCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Resources resources) throws ServerException, InterruptedException {
    resources.post(
        "/v1/threads/" + thread.name + "/fork",
        Map.of("checkpoint", checkpoint, "thread_id", fork));
    show(
        "\"%s\" goes on from checkpoint %d of \"%s\": jarvis --thread %s"
            .formatted(fork, checkpoint, thread.name, fork));
  }
}
