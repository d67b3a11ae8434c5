package notjarvis.persistence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import notjarvis.journal.Message;
import notjarvis.journal.ThreadState;

/**
 * As much of a state as is needed to go on: the newest messages, and of those before a line each,
 * taken word for word from their beginnings, as long as there is room.
 */
final class Gist {
  /** How many characters of messages are kept whole. */
  static final int WINDOW = 16_000;

  /** How many characters there are for all that was said before. */
  static final int EARLIER = 4_000;

  private static final int LONGEST_LINE = 160;
  private static final String PERSON = "Person: ";
  private static final String ASSISTANT = "Assistant: ";

  private Gist() {}

  static ThreadState of(ThreadState state) {
    List<Message> messages = state.messages();
    int kept = kept(messages);
    List<Message> fallen = messages.subList(0, messages.size() - kept);
    if (fallen.isEmpty()) {
      return state;
    }
    return new ThreadState(
        state.version(),
        messages.subList(messages.size() - kept, messages.size()),
        state.known(),
        state.run(),
        state.waiting(),
        earlier(state.earlier(), fallen));
  }

  /** How many of the newest messages fit the window. */
  private static int kept(List<Message> messages) {
    int kept = 0;
    int room = WINDOW;
    while (kept < messages.size()) {
      room -= messages.get(messages.size() - 1 - kept).text().length();
      if (room < 0) {
        break;
      }
      kept++;
    }
    return kept;
  }

  /** The newest lines that fit; the oldest are forgotten first. */
  private static String earlier(String before, List<Message> fallen) {
    List<String> lines = Stream.concat(before.lines(), fallen.stream().map(Gist::line)).toList();
    List<String> newestFirst = new ArrayList<>();
    int room = EARLIER;
    for (int i = lines.size() - 1; i >= 0 && room > lines.get(i).length(); i--) {
      newestFirst.add(lines.get(i));
      room -= lines.get(i).length() + 1;
    }
    Collections.reverse(newestFirst);
    return newestFirst.stream().collect(Collectors.joining("\n"));
  }

  private static String line(Message message) {
    String text = message.text().strip().replaceAll("\\s+", " ");
    boolean fits = text.codePointCount(0, text.length()) <= LONGEST_LINE;
    String cut = fits ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_LINE)) + "…";
    return (message.role() == Message.Role.USER ? PERSON : ASSISTANT) + cut;
  }
}
