package notjarvis.gateway.agui;

import java.util.List;
import java.util.UUID;
import notjarvis.action.Action;
import notjarvis.gateway.run.Dialect;
import notjarvis.gateway.run.Place;
import notjarvis.gateway.run.Progress;
import notjarvis.gateway.sse.Frame;
import notjarvis.journal.Checkpoint;
import notjarvis.journal.Usage;
import notjarvis.run.LiveWords;
import notjarvis.run.RunAccepted.Reception;
import notjarvis.thread.ThreadKey;
import org.jspecify.annotations.Nullable;

/**
 * Tells one run as AG-UI events. What a reader was told on several connections, one after the
 * other, keeps the protocol's rules of order as if it had been one.
 */
public final class AguiDialect implements Dialect {
  private final String threadId;
  private final UUID runId;
  private final @Nullable Place after;
  private final Messages messages = new Messages();
  private Progress progress = Progress.NONE;
  private Usage usage = Usage.NONE;
  private Place told = Place.of(0, 0);
  private int openStep;
  private int askedStep;
  private boolean interrupted;
  private boolean parked;

  /** The dialect of a reader who resumes after a place, or has nothing yet. */
  public AguiDialect(ThreadKey thread, UUID runId, @Nullable Place after) {
    this.threadId = thread.threadId();
    this.runId = runId;
    this.after = after;
  }

  @Override
  public List<Frame> received(Reception reception) {
    return List.of();
  }

  @Override
  public List<Frame> checkpoint(Checkpoint checkpoint, boolean latest) {
    Page page = new Page(told, checkpoint, after);
    if (parked) {
      goOn(page);
    }
    usage = usage.plus(checkpoint.metadata().usage());
    checkpoint.entry().fold(new AguiTelling(this, page, latest));
    progress = progress.after(checkpoint);
    told = page.last();
    resumeMessage();
    return page.frames();
  }

  /** A reader who was told of the interruption has to be told that the run begins again. */
  private void goOn(Page page) {
    parked = false;
    if (interrupted) {
      page.add(AguiEvents.runStarted(threadId, runId));
      usage = Usage.NONE;
      interrupted = false;
    } else {
      page.skip();
    }
  }

  private void resumeMessage() {
    if (after != null && after.shown() != null && after.checkpoint() == told.checkpoint()) {
      messages.resume(nextMessageId(), after.shown());
    }
  }

  @Override
  public List<Frame> words(LiveWords words) {
    return messages.words(words, told);
  }

  @Override
  public boolean has(Place place) {
    return place.checkpoint() == told.checkpoint()
        && (place.shown() == null ? place.part() <= told.part() : place.part() == told.part());
  }

  @Override
  public boolean isResting() {
    return parked || progress.over();
  }

  @Override
  public List<Frame> end() {
    return List.of();
  }

  @Override
  public List<Frame> breakingOff(String why) {
    return List.of();
  }

  String threadId() {
    return threadId;
  }

  UUID runId() {
    return runId;
  }

  Messages messages() {
    return messages;
  }

  Usage usage() {
    return usage;
  }

  void begin(int step) {
    openStep = step;
  }

  void finishStep(Page page) {
    if (openStep > 0) {
      page.add(AguiEvents.stepFinished(openStep));
      openStep = 0;
    }
  }

  /** Whether message and call of this step were told when the person was asked. */
  boolean wasAsked(int step) {
    return askedStep == step;
  }

  /** The run waits; the reader is told so unless it goes on already. */
  void park(int step, boolean toldSo) {
    askedStep = step;
    parked = true;
    interrupted = toldSo;
  }

  String nextMessageId() {
    int step = progress.nextStep();
    return wasAsked(step) ? runId + ":answer" : Progress.messageId(runId, step);
  }

  static void call(Page page, Action action) {
    page.add(AguiEvents.callStart(action));
    page.add(AguiEvents.callArguments(action));
    page.add(AguiEvents.callEnd(action));
  }
}
