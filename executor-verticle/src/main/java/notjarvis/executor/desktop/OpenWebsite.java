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
import notjarvis.web.WebAddress;

/** Opens a page in the person's own browser. */
final class OpenWebsite implements ActionHandler {
  private static final ActionSpec SPEC =
      new ActionSpec(
          "open_website",
          List.of("open"),
          "Opens a web page in the browser on the desktop.",
          List.of(
              Parameter.required(
                  "url",
                  ParameterType.ADDRESS,
                  "The number of a search result, or a complete http or https address.")),
          Effect.IRREVERSIBLE,
          Place.DESKTOP);

  private final Screen screen;

  OpenWebsite(Screen screen) {
    this.screen = screen;
  }

  @Override
  public ActionSpec spec() {
    return SPEC;
  }

  @Override
  public Future<Observation> carryOut(Arguments arguments, String ownerId) {
    try {
      WebAddress address = WebAddress.parse(arguments.text("url"));
      return screen.use(desktop -> desktop.openWebsite(address));
    } catch (IllegalArgumentException e) {
      return Future.succeededFuture(Observation.failed(String.valueOf(e.getMessage())));
    }
  }
}
