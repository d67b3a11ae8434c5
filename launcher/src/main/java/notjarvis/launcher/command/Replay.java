package notjarvis.launcher.command;

import java.io.PrintStream;
import java.util.UUID;
import notjarvis.failure.Failure;
import notjarvis.history.RunView;
import notjarvis.json.Json;
import notjarvis.launcher.client.Resources;
import notjarvis.launcher.client.ServerException;
import notjarvis.launcher.terminal.Clean;
import notjarvis.launcher.terminal.PlainScreen;
import notjarvis.launcher.terminal.ReplayPrinter;

/** A run as its person saw it, from its goal to where it ended or waits. */
final class Replay {
  private Replay() {}

  /** Shows it; one that is under way is followed to its end. */
  static void show(Resources resources, UUID runId, PrintStream out)
      throws ServerException, InterruptedException {
    RunView run = Json.read(resources.get("/v1/runs/" + runId).toString(), RunView.class);
    out.println(Clean.text("you> " + InOneLine.of(run.goal())));
    ReplayPrinter printer = new ReplayPrinter(new PlainScreen(out));
    resources.stream(stream(runId), printer);
    if (!printer.hasEnded()) {
      throw Failure.unavailable("The connection broke before the run was shown to its end.");
    }
  }

  static String stream(UUID runId) {
    return "/v1/runs/" + runId + "/events";
  }
}
