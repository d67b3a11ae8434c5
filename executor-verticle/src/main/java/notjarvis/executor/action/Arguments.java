package notjarvis.executor.action;

import java.util.Map;
import java.util.Optional;

/** The arguments of one call, checked against what the action declares. */
public record Arguments(Map<String, Object> values) {
  public Arguments {
    values = Map.copyOf(values);
  }

  /** The value of a required text or address. */
  public String text(String name) {
    return optionalText(name)
        .orElseThrow(() -> new IllegalArgumentException(name + " is not declared as required"));
  }

  /** The value of an optional text or address. */
  public Optional<String> optionalText(String name) {
    return Optional.ofNullable(values.get(name)).map(String.class::cast);
  }
}
