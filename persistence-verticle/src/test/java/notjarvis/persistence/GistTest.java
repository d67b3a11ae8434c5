package notjarvis.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import notjarvis.journal.Known;
import notjarvis.journal.Message;
import notjarvis.journal.ThreadState;
import org.junit.jupiter.api.Test;

class GistTest {
  private static final UUID RUN = new UUID(0, 1);

  private static Message said(Message.Role role, String text) {
    return new Message(role, text, RUN, Instant.EPOCH);
  }

  private static ThreadState state(List<Message> messages, String earlier) {
    return new ThreadState(1, messages, Known.NOTHING, null, List.of(), earlier);
  }

  @Test
  void aShortConversationIsLeftAsItIs() {
    ThreadState state = state(List.of(said(Message.Role.USER, "hello")), "");

    assertThat(Gist.of(state)).isEqualTo(state);
  }

  @Test
  void whatDoesNotFitTheWindowBecomesALineOfItsBeginning() {
    // Given
    List<Message> messages =
        List.of(
            said(Message.Role.USER, "find\n  MIT"),
            said(Message.Role.ASSISTANT, "é".repeat(500)),
            said(Message.Role.USER, "y".repeat(Gist.WINDOW)));

    // When
    ThreadState gist = Gist.of(state(messages, "Person: hello"));

    // Then
    assertThat(gist.messages()).containsExactly(messages.get(2));
    assertThat(gist.earlier())
        .isEqualTo("Person: hello\nPerson: find MIT\nAssistant: " + "é".repeat(160) + "…");
  }

  @Test
  void aMessageLargerThanTheWindowIsToldInBriefToo() {
    ThreadState gist =
        Gist.of(state(List.of(said(Message.Role.ASSISTANT, "z".repeat(Gist.WINDOW + 1))), ""));

    assertThat(gist.messages()).isEmpty();
    assertThat(gist.earlier()).startsWith("Assistant: zzz").hasSizeLessThan(200);
  }

  @Test
  void theOldestLinesAreForgottenFirst() {
    // Given
    List<Message> messages =
        IntStream.range(0, 400)
            .mapToObj(n -> said(Message.Role.USER, n + " " + "w".repeat(150)))
            .toList();

    // When
    ThreadState gist = Gist.of(state(messages, "Person: at the very beginning"));

    // Then
    assertThat(gist.earlier()).hasSizeLessThanOrEqualTo(Gist.EARLIER).doesNotContain("beginning");
    int firstKept = Integer.parseInt(gist.messages().get(0).text().split(" ", 2)[0]);
    assertThat(gist.earlier()).contains("Person: " + (firstKept - 1) + " www");
  }
}
