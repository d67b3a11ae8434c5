package notjarvis.action;

import org.jspecify.annotations.Nullable;

/** The types that a parameter of an action can have. */
public enum ParameterType {
  TEXT("string", String.class),
  /**
   * A web address. Where a brain decides it may name the number of a search result in its place;
   * what an executor is handed is always the address.
   */
  ADDRESS("string", String.class),
  WHOLE_NUMBER("integer", Number.class),
  YES_NO("boolean", Boolean.class);

  private final String jsonName;
  private final Class<?> javaType;

  ParameterType(String jsonName, Class<?> javaType) {
    this.jsonName = jsonName;
    this.javaType = javaType;
  }

  /** The name of the type in JSON Schema. */
  public String jsonName() {
    return jsonName;
  }

  boolean accepts(@Nullable Object value) {
    if (!javaType.isInstance(value)) {
      return false;
    }
    return this != WHOLE_NUMBER || value instanceof Integer || value instanceof Long;
  }
}
