package notjarvis.gateway.agui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import notjarvis.gateway.agui.OpenMessage.Addition;
import notjarvis.gateway.run.Place;
import notjarvis.gateway.run.Shown;
import notjarvis.gateway.sse.Frame;
import notjarvis.run.LiveWords;
import org.jspecify.annotations.Nullable;

/** The text messages of one stream: told live as far as possible, and completed by the journal. */
final class Messages {
  private static final Shown NOTHING = Shown.of("");

  private @Nullable OpenMessage open;

  /** A message stands open that was begun on another connection. */
  void resume(String id, Shown shown) {
    open = new OpenMessage(id, shown);
  }

  /** What was told of the message that stands open; null when none does. */
  @Nullable Shown shown() {
    return open == null ? null : open.shown();
  }

  /**
   * Tells words as they come in.
   *
   * @param told the event that was told last
   */
  List<Frame> words(LiveWords words, Place told) {
    List<Frame> frames = new ArrayList<>();
    OpenMessage message = open;
    if (message == null) {
      if (words.offset() > 0) {
        return List.of();
      }
      message = new OpenMessage(words.messageId());
      open = message;
      frames.add(live(told, NOTHING, AguiEvents.messageStart(message.id())));
    }
    Addition addition = message.take(words);
    if (addition.reset()) {
      frames.add(live(told, NOTHING, AguiEvents.messageReset(message.id())));
    }
    if (!addition.delta().isEmpty()) {
      ObjectNode content = AguiEvents.messageContent(message.id(), addition.delta());
      frames.add(live(told, message.shown(), content));
    }
    return frames;
  }

  private static Frame live(Place told, Shown shown, ObjectNode event) {
    return Page.frame(told.showing(shown), event);
  }

  /** Tells a whole message, or what of it was not told live. */
  void complete(Page page, String id, String text) {
    if (open != null && (text.isBlank() || !open.id().equals(id))) {
      abandon(page);
    }
    if (text.isBlank()) {
      return;
    }
    OpenMessage begun = open;
    open = null;
    if (begun == null) {
      page.add(AguiEvents.messageStart(id));
      content(page, id, text);
    } else {
      page.skip();
      finish(page, begun, text);
    }
    page.add(AguiEvents.messageEnd(id));
  }

  private static void finish(Page page, OpenMessage begun, String text) {
    Optional<String> rest = begun.rest(text);
    if (rest.isEmpty()) {
      page.aside(page.last(), AguiEvents.messageReset(begun.id()));
    }
    content(page, begun.id(), rest.orElse(text));
  }

  private static void content(Page page, String id, String rest) {
    if (rest.isEmpty()) {
      page.skip();
    } else {
      page.add(AguiEvents.messageContent(id, rest));
    }
  }

  /** What was told of a message that stands open came to nothing; to be told first on a page. */
  void abandon(Page page) {
    if (open != null) {
      page.aside(page.before().showing(NOTHING), AguiEvents.messageReset(open.id()));
      page.aside(page.before(), AguiEvents.messageEnd(open.id()));
      open = null;
    }
  }
}
