package notjarvis.gateway.run;

import io.vertx.core.Future;
import notjarvis.bus.Bus;
import notjarvis.failure.FailureCode;
import notjarvis.run.RunAccepted;
import notjarvis.run.Runs;
import notjarvis.run.StartRun;

/** Hands goals to a planner. */
public final class RunStarter {
  private final Bus bus;
  private final RunMeters meters;

  public RunStarter(Bus bus, RunMeters meters) {
    this.bus = bus;
    this.meters = meters;
  }

  /** Completes once the goal is durable. */
  public Future<RunAccepted> start(StartRun start) {
    meters.asked(start.runId());
    return accept(start);
  }

  /** The same for a goal that the meters know of. */
  Future<RunAccepted> accept(StartRun start) {
    return ask(start)
        .onSuccess(accepted -> accepted(start, accepted))
        .onFailure(failure -> meters.forget(start.runId()));
  }

  /** An answer that was lost is asked for once more; that starts nothing new. */
  private Future<RunAccepted> ask(StartRun start) {
    return bus.ask(Runs.START, start)
        .recover(
            failure -> isLost(failure) ? bus.ask(Runs.START, start) : Future.failedFuture(failure));
  }

  private static boolean isLost(Throwable failure) {
    return FailureCode.of(failure) == FailureCode.TIMEOUT;
  }

  private void accepted(StartRun start, RunAccepted accepted) {
    if (accepted.runId().equals(start.runId())) {
      meters.accepted();
    } else {
      meters.forget(start.runId());
    }
  }
}
