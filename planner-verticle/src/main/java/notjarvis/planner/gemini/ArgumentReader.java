package notjarvis.planner.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import notjarvis.action.ActionSpec;
import notjarvis.action.Parameter;
import notjarvis.action.ParameterType;

/** Reads the arguments of an action and checks them against what it declares. */
final class ArgumentReader {
  private static final String ANY_ADDRESS = "";

  private ArgumentReader() {}

  /**
   * The arguments by name; an optional one that is null is left out.
   *
   * @throws Fault when they are not what the action takes
   */
  static Map<String, Object> read(ActionSpec spec, JsonNode given) {
    Fault.unless(
        given.isObject() || given.isMissingNode() || given.isNull(),
        "\"arguments\" has to be an object");
    Map<String, Object> arguments = new LinkedHashMap<>();
    given.properties().stream()
        .filter(each -> !each.getValue().isNull())
        .forEach(each -> arguments.put(each.getKey(), value(each.getKey(), each.getValue())));
    check(spec, arguments);
    return arguments;
  }

  /**
   * A string that can be stored and sent anywhere.
   *
   * @throws Fault when it holds NUL or half a character
   */
  static String text(String name, JsonNode node) {
    String text = node.textValue();
    boolean sound = text.codePoints().noneMatch(ArgumentReader::isUnsound);
    Fault.unless(sound, "\"" + name + "\" holds a character that is none");
    return text;
  }

  private static boolean isUnsound(int point) {
    return point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }

  private static Object value(String name, JsonNode node) {
    if (node.isTextual()) {
      return text(name, node);
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    Fault.unless(
        node.canConvertToExactIntegral() && node.canConvertToLong(),
        "\"" + Outside.cut(name, 80) + "\" has to be a string, a whole number or a boolean");
    return number(node.longValue());
  }

  private static Object number(long value) {
    return value == (int) value ? (Object) (int) value : (Object) value;
  }

  /** An address may be a number here: that of a search result. */
  private static void check(ActionSpec spec, Map<String, Object> arguments) {
    Map<String, Object> resolved = new LinkedHashMap<>(arguments);
    spec.parameters().stream()
        .filter(parameter -> isNumbered(parameter, arguments))
        .forEach(parameter -> resolved.put(parameter.name(), ANY_ADDRESS));
    Optional<String> fault = spec.fault(resolved);
    if (fault.isPresent()) {
      throw new Fault(fault.get());
    }
  }

  private static boolean isNumbered(Parameter parameter, Map<String, Object> arguments) {
    return parameter.type() == ParameterType.ADDRESS
        && arguments.get(parameter.name()) instanceof Integer;
  }
}
