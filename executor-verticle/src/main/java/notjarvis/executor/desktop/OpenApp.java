package notjarvis.executor.desktop;

import io.vertx.core.Future;
import java.util.List;
import notjarvis.action.ActionSpec;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.action.Parameter;
import notjarvis.action.ParameterType;
import notjarvis.action.Place;
import notjarvis.executor.action.ActionHandler;
import notjarvis.executor.action.Arguments;
import notjarvis.failure.Failure;

/** Starts an application of the person's desktop. */
final class OpenApp implements ActionHandler {
  private static final ActionSpec SPEC =
      new ActionSpec(
          "open_app",
          List.of(),
          "Starts an application that is installed on the desktop.",
          List.of(
              Parameter.required(
                  "name",
                  ParameterType.TEXT,
                  "The application's name as its menu shows it, such as \"Firefox\" or \"Text"
                      + " Editor\"; never a path or a command.")),
          Effect.IRREVERSIBLE,
          Place.DESKTOP);

  private final Screen screen;

  OpenApp(Screen screen) {
    this.screen = screen;
  }

  @Override
  public ActionSpec spec() {
    return SPEC;
  }

  @Override
  public Future<Observation> carryOut(Arguments arguments, String ownerId) {
    try {
      AppName name = AppName.parse(arguments.text("name"));
      return screen.use(desktop -> desktop.openApp(name));
    } catch (Failure e) {
      return Future.succeededFuture(Observation.failed(e.getMessage()));
    }
  }
}
