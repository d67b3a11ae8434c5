package notjarvis.gateway.run;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import notjarvis.bus.Bus;
import notjarvis.journal.FindEnded;
import notjarvis.journal.Journal;
import notjarvis.run.RunEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the ends of runs that nobody here was told of: an event can get lost, the journal cannot.
 * Without it a stream could wait for ever.
 */
public final class MissedEndings {
  private static final Logger LOG = LoggerFactory.getLogger(MissedEndings.class);

  private final Bus bus;
  private final Followers followers;
  private final Consumer<RunEvent> tell;
  private boolean underWay;

  /**
   * Prepares it.
   *
   * @param tell takes the event that was missed; it may have come after all
   */
  public MissedEndings(Bus bus, Followers followers, Consumer<RunEvent> tell) {
    this.bus = bus;
    this.followers = followers;
    this.tell = tell;
  }

  /**
   * Asks once for all streams that were told nothing since the last time. To be called once a
   * heartbeat.
   */
  public void look() {
    if (underWay) {
      return;
    }
    List<UUID> quiet = followers.quiet();
    if (!quiet.isEmpty()) {
      underWay = true;
      bus.ask(Journal.ENDED, new FindEnded(quiet))
          .onComplete(answered -> underWay = false)
          .onSuccess(ended -> ended.runs().forEach(tell))
          .onFailure(failure -> LOG.debug("The journal is not asked: {}", failure.getMessage()));
    }
  }
}
