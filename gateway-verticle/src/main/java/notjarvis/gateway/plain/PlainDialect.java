package notjarvis.gateway.plain;

import java.util.List;
import java.util.UUID;
import notjarvis.gateway.run.BlobAddress;
import notjarvis.gateway.run.Dialect;
import notjarvis.gateway.run.Place;
import notjarvis.gateway.sse.Frame;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Entry;
import notjarvis.run.LiveWords;
import notjarvis.run.Outcome;
import notjarvis.run.RunAccepted.Reception;
import notjarvis.thread.ThreadKey;
import org.jspecify.annotations.Nullable;

/**
 * Tells one run as readable text, each word of it once. A client that prints all {@code data:}
 * lines until {@code [DONE]} shows all that the person has to know: what is about to be done, and
 * the answer. What came of a step is told by the answer, so here it only moves the cursor on,
 * unless there is a picture to look at.
 */
final class PlainDialect implements Dialect {
  private static final String NOTICE = "notice";
  private static final Frame DONE = Frame.text(List.of(PlainText.DONE));

  private final @Nullable Place after;
  private StreamedMessage message = new StreamedMessage();
  private long told;
  private int askedStep;
  private boolean over;
  private boolean parked;

  PlainDialect(@Nullable Place after) {
    this.after = after;
  }

  /** Makes dialects; words that join a run are answered by what comes after them. */
  static final class Maker implements Dialect.Maker {
    @Override
    public Dialect of(ThreadKey thread, UUID runId, @Nullable Place after) {
      return new PlainDialect(after);
    }

    @Override
    public Dialect joining(ThreadKey thread, UUID runId, Place words) {
      return new PlainDialect(words);
    }
  }

  @Override
  public List<Frame> received(Reception reception) {
    return switch (reception) {
      case QUEUED -> notice("I am still busy with your last goal; this one comes next.");
      case STEERED -> notice("I take that into account.");
      case BEGUN, KNOWN -> List.of();
    };
  }

  @Override
  public List<Frame> checkpoint(Checkpoint checkpoint, boolean latest) {
    told = checkpoint.checkpointId();
    parked = false;
    List<Frame> frames = checkpoint.entry().fold(new Telling(latest));
    boolean hasIt = after != null && after.hasPassed(told, 0);
    if (after != null && after.checkpoint() == told) {
      message = new StreamedMessage(after.shown());
    }
    return hasIt ? List.of() : frames;
  }

  @Override
  public List<Frame> words(LiveWords words) {
    return message.append(words).map(PlainText::split).map(this::live).stream().toList();
  }

  @Override
  public boolean has(Place place) {
    return place.checkpoint() == told && place.part() == 0;
  }

  @Override
  public boolean isResting() {
    return over || parked;
  }

  @Override
  public List<Frame> end() {
    return List.of(DONE);
  }

  /** Without the mark of the end: the run goes on, and can be followed from where this stops. */
  @Override
  public List<Frame> breakingOff(String why) {
    return notice(why);
  }

  private Frame live(List<String> lines) {
    return new Frame(new Place(told, 0, message.shown()).toString(), null, lines);
  }

  private Frame durable(String name, List<String> lines) {
    return new Frame(Place.of(told, 0).toString(), name, lines);
  }

  private static List<Frame> notice(String words) {
    return List.of(new Frame(null, NOTICE, List.of(words)));
  }

  /** The lines of a message that were not shown while it was written. */
  private List<String> finish(String text) {
    String rest = message.rest(text);
    message = new StreamedMessage();
    return PlainText.lines(rest);
  }

  private final class Telling implements Entry.Cases<List<Frame>> {
    private final boolean latest;

    Telling(boolean latest) {
      this.latest = latest;
    }

    @Override
    public List<Frame> given(Entry.GoalGiven entry) {
      return List.of();
    }

    @Override
    public List<Frame> steered(Entry.Steered entry) {
      return List.of();
    }

    @Override
    public List<Frame> cancelAsked(Entry.CancelAsked entry) {
      return List.of();
    }

    /** Once there is an answer, nobody needs to be told how to give one. */
    @Override
    public List<Frame> approvalAsked(Entry.ApprovalAsked entry) {
      parked = true;
      askedStep = entry.approval().step();
      List<String> say = finish(entry.approval().say());
      return List.of(durable(NOTICE, latest ? Asking.lines(say, entry.approval()) : say));
    }

    @Override
    public List<Frame> approvalAnswered(Entry.ApprovalAnswered entry) {
      return List.of();
    }

    /** What was said when the person was asked is not said again. */
    @Override
    public List<Frame> planned(Entry.ActionPlanned entry) {
      List<String> say = entry.step() == askedStep ? List.of() : finish(entry.say());
      return List.of(durable("step", say));
    }

    @Override
    public List<Frame> refused(Entry.ActionRefused entry) {
      finish(entry.say());
      return List.of(durable("refused", List.of()));
    }

    /** The answer names the file on the desktop; whoever is elsewhere looks at the copy. */
    @Override
    public List<Frame> observed(Entry.ActionObserved entry) {
      return List.of(
          BlobAddress.inWords(entry.observation())
              .map(words -> durable(NOTICE, PlainText.lines(words)))
              .orElseGet(() -> durable("observation", List.of())));
    }

    @Override
    public List<Frame> answered(Entry.AnswerGiven entry) {
      over = true;
      String name = entry.outcome() == Outcome.FINISHED ? "answer" : "failed";
      return List.of(durable(name, finish(entry.answer())));
    }
  }
}
