package notjarvis.bus;

import notjarvis.json.Json;

/** What travels: a record itself within a process, its JSON between processes. */
final class Envelope {
  private final Object content;

  private Envelope(Object content) {
    this.content = content;
  }

  static Envelope of(Object message) {
    return new Envelope(message);
  }

  static Envelope received(byte[] json) {
    return new Envelope(json);
  }

  byte[] json() {
    return content instanceof byte[] bytes ? bytes : Json.writeBytes(content);
  }

  /**
   * The message, decoded by the type that its address declares.
   *
   * @throws IllegalArgumentException when it is something else
   */
  <T> T as(Class<T> type) {
    if (type.isInstance(content)) {
      return type.cast(content);
    }
    if (content instanceof byte[] bytes) {
      return Json.read(bytes, type);
    }
    String found = content.getClass().getSimpleName();
    throw new IllegalArgumentException("a " + found + " is not a " + type.getSimpleName());
  }
}
