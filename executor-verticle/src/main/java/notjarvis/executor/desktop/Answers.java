package notjarvis.executor.desktop;

import notjarvis.action.Observation;
import notjarvis.web.WebAddress;

/**
 * What the person is told. A program that took a wish is not a window that opened, so nothing here
 * says that one did.
 */
final class Answers {
  private Answers() {}

  static Observation opening(WebAddress address) {
    return Observation.opened("Opening " + address + " in your browser.", address.toString());
  }

  static Observation notOpened(WebAddress address, String why) {
    return Observation.failed(address + " was not opened: " + why + ".");
  }

  static Observation starting(String app) {
    return Observation.done("Starting " + app + ".");
  }

  static Observation notStarted(String app, String why) {
    return Observation.failed(app + " was not started: " + why + ".");
  }

  /** The wish may have been passed on, or not. */
  static Observation unknown(String what) {
    return Observation.unknown(
        "The system was asked to open " + what + " and did not answer; look whether it did.");
  }
}
