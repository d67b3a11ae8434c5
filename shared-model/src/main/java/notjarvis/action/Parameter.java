package notjarvis.action;

/**
 * One parameter that an action declares.
 *
 * @param name its key among the arguments, in lower case with underscores
 * @param type the type of its value
 * @param required whether the action can do without it
 * @param description what it is for, for the model and the help
 */
public record Parameter(String name, ParameterType type, boolean required, String description) {
  public static Parameter required(String name, ParameterType type, String description) {
    return new Parameter(name, type, true, description);
  }

  public static Parameter optional(String name, ParameterType type, String description) {
    return new Parameter(name, type, false, description);
  }
}
