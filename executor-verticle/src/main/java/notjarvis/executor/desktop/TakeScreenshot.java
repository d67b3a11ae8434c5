package notjarvis.executor.desktop;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import notjarvis.action.ActionSpec;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.action.Parameter;
import notjarvis.action.ParameterType;
import notjarvis.action.Place;
import notjarvis.executor.action.ActionHandler;
import notjarvis.executor.action.Arguments;
import notjarvis.failure.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves a picture of the person's screen, and keeps a copy for whoever asked for it. */
final class TakeScreenshot implements ActionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(TakeScreenshot.class);
  private static final ActionSpec SPEC =
      new ActionSpec(
          "take_screenshot",
          List.of(),
          "Takes a picture of the whole screen and saves it as a PNG file.",
          List.of(
              Parameter.optional(
                  "save_path",
                  ParameterType.TEXT,
                  "Only where a place was asked for: a new .png file in a folder that exists, as a"
                      + " full path or one that begins with ~/.")),
          Effect.IDEMPOTENT,
          Place.DESKTOP);

  private final Screen screen;
  private final Launcher launcher;
  private final Path home;
  private final Path folder;
  private final Clock clock;
  private final Album album;

  TakeScreenshot(
      Screen screen, Launcher launcher, Path home, Path folder, Clock clock, Album album) {
    this.screen = screen;
    this.launcher = launcher;
    this.home = home;
    this.folder = folder;
    this.clock = clock;
    this.album = album;
  }

  @Override
  public ActionSpec spec() {
    return SPEC;
  }

  @Override
  public Future<Observation> carryOut(Arguments arguments, String ownerId) {
    Optional<String> place =
        arguments.optionalText("save_path").map(String::strip).filter(path -> !path.isEmpty());
    return screen
        .use((desktop, latestStart) -> taken(desktop, latestStart, place))
        .compose(saved -> album.add(saved, ownerId));
  }

  private Observation taken(Desktop desktop, Deadline latestStart, Optional<String> place) {
    try {
      PictureFile target =
          place.isPresent()
              ? PictureFile.chosen(place.get(), home)
              : PictureFile.dated(folder, LocalDateTime.now(clock));
      return taken(desktop, latestStart, target);
    } catch (Failure e) {
      return Observation.failed(e.getMessage());
    } catch (IOException e) {
      LOG.warn("A screenshot could not be saved", e);
      return Observation.failed("The screenshot could not be saved; logs/jarvis.log says why.");
    }
  }

  private Observation taken(Desktop desktop, Deadline latestStart, PictureFile target)
      throws IOException {
    try (Darkroom darkroom = Darkroom.open()) {
      // whoever waits has given up by the time at which a camera begun later would be done
      boolean taken =
          desktop.cameras(darkroom.picture()).stream()
              .takeWhile(camera -> !latestStart.hasPassed())
              .anyMatch(camera -> works(camera, darkroom));
      if (!taken) {
        return Observation.failed(
            "No picture of the screen could be taken; it may be locked or blank. "
                + desktop.cameraAdvice());
      }
      target.keep(darkroom.picture());
      return Observation.wrote("Saved a screenshot to " + target.path(), target.path().toString());
    }
  }

  private boolean works(Command camera, Darkroom darkroom) {
    darkroom.clear();
    if (!launcher.run(camera).succeeded()) {
      return false;
    }
    try {
      return Picture.showsSomething(darkroom.picture());
    } catch (IOException e) {
      LOG.warn("{} left no picture", camera.program(), e);
      return false;
    }
  }
}
