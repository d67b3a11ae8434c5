package notjarvis.planner;

import java.util.List;
import notjarvis.action.ActionSpec;
import notjarvis.action.Effect;
import notjarvis.action.Parameter;
import notjarvis.action.ParameterType;
import notjarvis.action.Place;

/** Actions as executors declare them. */
public final class Catalogue {
  public static final ActionSpec SEARCH =
      new ActionSpec(
          "search",
          List.of(),
          "Searches the web.",
          List.of(Parameter.required("query", ParameterType.TEXT, "what to look for")),
          Effect.PURE,
          Place.SERVER);

  public static final ActionSpec OPEN_WEBSITE =
      new ActionSpec(
          "open_website",
          List.of("open"),
          "Opens a website.",
          List.of(Parameter.required("url", ParameterType.ADDRESS, "the address")),
          Effect.IRREVERSIBLE,
          Place.DESKTOP);

  public static final ActionSpec OPEN_APP =
      new ActionSpec(
          "open_app",
          List.of(),
          "Starts an application.",
          List.of(Parameter.required("name", ParameterType.TEXT, "its name")),
          Effect.IRREVERSIBLE,
          Place.DESKTOP);

  public static final ActionSpec TAKE_SCREENSHOT =
      new ActionSpec(
          "take_screenshot",
          List.of(),
          "Captures the screen.",
          List.of(Parameter.optional("save_path", ParameterType.TEXT, "where to")),
          Effect.IDEMPOTENT,
          Place.DESKTOP);

  public static final ActionSpec WIPE_DISK =
      new ActionSpec(
          "wipe_disk", List.of(), "Wipes.", List.of(), Effect.IRREVERSIBLE, Place.SERVER);

  private Catalogue() {}
}
