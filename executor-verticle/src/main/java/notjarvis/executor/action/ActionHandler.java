package notjarvis.executor.action;

import io.vertx.core.Future;
import notjarvis.action.ActionSpec;
import notjarvis.action.Observation;

/** One action: what it declares of itself, and how it is carried out. */
public interface ActionHandler {

  /** What the catalogue, the schema for the model and the help say of it. */
  ActionSpec spec();

  /**
   * Carries it out. What goes wrong is an observation that says so in words; a failed future is a
   * defect.
   *
   * @param arguments the declared parameters and no others, checked against their types
   * @param ownerId whose run it is for
   */
  Future<Observation> carryOut(Arguments arguments, String ownerId);
}
