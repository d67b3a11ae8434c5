package notjarvis.planner.gemini;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import notjarvis.journal.Message;
import notjarvis.journal.ThreadState;
import notjarvis.planner.gemini.GenerateRequest.Content;
import notjarvis.planner.gemini.GenerateRequest.Part;

/**
 * A conversation as the service wants it: the roles take turns, and the first is the user. Earlier
 * answers are marked as text from outside, for they quote titles and pages of strangers.
 */
final class Turns {
  private static final int WINDOW = 8_000;
  private static final int LONGEST = 2_000;
  private static final String USER = "user";
  private static final String MODEL = "model";

  private final List<Content> contents = new ArrayList<>();

  /**
   * The newest messages that fit the window, and in brief what was said before. Of long ones only
   * the beginning counts; the very last one, which is the goal or what was said to it since, is
   * whole.
   */
  static Turns of(ThreadState thread) {
    List<Message> messages = thread.messages();
    Turns turns = new Turns();
    int first = firstWithinWindow(messages);
    String brief = Brief.of(thread.earlier(), messages.subList(0, first));
    if (!brief.isEmpty()) {
      turns.user(brief);
    }
    int last = messages.size() - 1;
    for (int i = first; i <= last; i++) {
      turns.say(messages.get(i), i == last ? Integer.MAX_VALUE : LONGEST);
    }
    return turns;
  }

  private static int firstWithinWindow(List<Message> messages) {
    int first = Math.max(0, messages.size() - 1);
    int left = WINDOW;
    while (first > 0) {
      left -= Math.min(LONGEST, messages.get(first - 1).text().length());
      if (left < 0) {
        return first;
      }
      first--;
    }
    return first;
  }

  private void say(Message message, int longest) {
    boolean user = message.role() == Message.Role.USER;
    boolean inOrder = user || !contents.isEmpty();
    if (inOrder && !message.text().isBlank()) {
      add(user ? USER : MODEL, user ? Outside.cut(message.text(), longest) : marked(message));
    }
  }

  private static String marked(Message answer) {
    return Outside.marked(Stream.of(Outside.block(answer.text(), LONGEST)));
  }

  /** The user's turn goes on, or begins, with this. */
  Turns user(String text) {
    add(USER, text);
    return this;
  }

  List<Content> contents() {
    return List.copyOf(contents);
  }

  private void add(String role, String text) {
    int last = contents.size() - 1;
    if (last >= 0 && role.equals(contents.get(last).role())) {
      List<Part> parts = new ArrayList<>(contents.get(last).parts());
      parts.add(new Part(text));
      contents.set(last, new Content(role, parts));
    } else {
      contents.add(new Content(role, List.of(new Part(text))));
    }
  }
}
