package notjarvis.planner.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import notjarvis.action.ActionSpec;
import notjarvis.action.Parameter;
import notjarvis.action.ParameterType;
import notjarvis.action.SearchResult;
import notjarvis.planner.policy.SpokenAddress;

/** Turns what a brain names as an address into the address that an executor is handed. */
final class AddressArguments {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  private AddressArguments() {}

  /**
   * The arguments with every address in full: the number of a result has become its address.
   *
   * @throws IllegalArgumentException when one is no address, with a text for the person
   */
  static Map<String, Object> resolved(
      ActionSpec spec, Map<String, Object> given, List<SearchResult> results) {
    Map<String, Object> arguments = new LinkedHashMap<>(given);
    spec.parameters().stream()
        .filter(parameter -> parameter.type() == ParameterType.ADDRESS)
        .map(Parameter::name)
        .forEach(name -> arguments.computeIfPresent(name, (key, named) -> address(named, results)));
    return arguments;
  }

  private static Object address(Object named, List<SearchResult> results) {
    String text = String.valueOf(named).strip();
    String address = NUMBER.matcher(text).matches() ? urlOf(Integer.parseInt(text), results) : text;
    return SpokenAddress.parse(address).toString();
  }

  private static String urlOf(int number, List<SearchResult> results) {
    return results.stream()
        .filter(result -> result.number() == number)
        .map(SearchResult::url)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("There is no result number " + number + "."));
  }
}
