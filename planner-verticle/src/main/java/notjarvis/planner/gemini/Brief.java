package notjarvis.planner.gemini;

import java.util.List;
import java.util.stream.Stream;
import notjarvis.journal.Message;

/**
 * What was said before the messages that the model reads in full: the beginning of each, word for
 * word, as long as there is room. It quotes strangers as answers do, so it is marked.
 */
final class Brief {
  private static final int ROOM = 2_000;
  private static final int LONGEST_LINE = 160;

  private Brief() {}

  /**
   * The text for the model; empty when nothing was left out.
   *
   * @param earlier what the journal has told in brief already, a line for each message
   * @param fallen the messages after those that are left out too
   */
  static String of(String earlier, List<Message> fallen) {
    List<String> lines = Stream.concat(earlier.lines(), fallen.stream().map(Brief::line)).toList();
    List<String> kept =
        new Room(ROOM).newest(lines, line -> List.of(Outside.line(line, LONGEST_LINE)));
    return kept.isEmpty()
        ? ""
        : "[Earlier in this conversation, in brief]\n" + Outside.marked(kept.stream());
  }

  private static String line(Message message) {
    return (message.role() == Message.Role.USER ? "Person: " : "Assistant: ") + message.text();
  }
}
