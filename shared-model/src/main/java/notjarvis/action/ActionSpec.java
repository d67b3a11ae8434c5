package notjarvis.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an action declares of itself. The schema for the model, the help and the check of arguments
 * all come from here.
 *
 * @param name the name by which it is called
 * @param aliases other names that people and models use for it
 * @param description what it does, in one sentence for the model and the help
 * @param parameters what it takes
 * @param effect what happens when it is carried out twice
 * @param place where it has to run
 */
public record ActionSpec(
    String name,
    List<String> aliases,
    String description,
    List<Parameter> parameters,
    Effect effect,
    Place place) {
  public ActionSpec {
    aliases = List.copyOf(aliases);
    parameters = List.copyOf(parameters);
  }

  /** Whether this action answers to the name. */
  public boolean isCalled(String called) {
    return name.equals(called) || aliases.contains(called);
  }

  /**
   * What is wrong with these arguments, or nothing: a required one is missing, one has the wrong
   * type, or one is not declared.
   */
  public Optional<String> fault(Map<String, Object> arguments) {
    for (Parameter parameter : parameters) {
      if (parameter.required() && !arguments.containsKey(parameter.name())) {
        return Optional.of(name + " needs \"" + parameter.name() + "\"");
      }
    }
    return arguments.entrySet().stream().flatMap(this::faultOf).findFirst();
  }

  private Stream<String> faultOf(Map.Entry<String, Object> argument) {
    Optional<Parameter> declared =
        parameters.stream().filter(p -> p.name().equals(argument.getKey())).findFirst();
    if (declared.isEmpty()) {
      return Stream.of(name + " takes no \"" + argument.getKey() + "\"");
    }
    ParameterType type = declared.get().type();
    return type.accepts(argument.getValue())
        ? Stream.empty()
        : Stream.of(
            "\"" + argument.getKey() + "\" of " + name + " has to be of type " + type.jsonName());
  }
}
