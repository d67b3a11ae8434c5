package notjarvis.executor.desktop;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A program and its arguments, one by one: no shell ever reads them.
 *
 * @param arguments the program first
 * @param variables what its environment has beyond ours
 */
record Command(List<String> arguments, Map<String, String> variables) {
  Command {
    arguments = List.copyOf(arguments);
    variables = Map.copyOf(variables);
  }

  static Command of(String... arguments) {
    return new Command(List.of(arguments), Map.of());
  }

  static Command of(List<String> program, List<String> options, String last) {
    List<String> rest = Stream.concat(options.stream(), Stream.of(last)).toList();
    return new Command(Stream.concat(program.stream(), rest.stream()).toList(), Map.of());
  }

  Command with(String variable, String value) {
    return new Command(arguments, Map.of(variable, value));
  }

  String program() {
    return arguments.get(0);
  }
}
