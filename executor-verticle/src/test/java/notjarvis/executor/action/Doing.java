package notjarvis.executor.action;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;
import notjarvis.action.ActionSpec;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.action.Parameter;
import notjarvis.action.ParameterType;
import notjarvis.action.Place;

/** An action that does what a test says. */
public record Doing(ActionSpec spec, Function<Arguments, Future<Observation>> doing)
    implements ActionHandler {

  /** It takes a text {@code what} and may take a yes or no {@code loud}. */
  public static Doing of(
      String name, Effect effect, Function<Arguments, Future<Observation>> doing) {
    List<Parameter> parameters =
        List.of(
            Parameter.required("what", ParameterType.TEXT, "what to do"),
            Parameter.optional("loud", ParameterType.YES_NO, "whether to be heard"));
    ActionSpec spec =
        new ActionSpec(name, List.of(name + "-alias"), "", parameters, effect, Place.SERVER);
    return new Doing(spec, doing);
  }

  @Override
  public Future<Observation> carryOut(Arguments arguments, String ownerId) {
    return doing.apply(arguments);
  }
}
