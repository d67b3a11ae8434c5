package notjarvis.config;

import java.util.List;

/** The configuration cannot be used; each line names a key and says what to set. */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConfigurationException(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
  }

  static void unlessNone(List<String> faults) {
    if (!faults.isEmpty()) {
      throw new ConfigurationException(faults);
    }
  }
}
