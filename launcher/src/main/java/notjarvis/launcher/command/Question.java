package notjarvis.launcher.command;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import notjarvis.launcher.client.ServerException;

/** What a run asks of the person, who may answer it here or anywhere else. */
final class Question {
  private static final String WORDS = "Allow it? (y/n) ";
  private static final String WAITS_ON =
      "It goes on waiting for your answer, until you give another goal.";

  private final Approvals approvals;
  private final UUID approval;
  private final Input input;
  private final Consumer<String> notices;

  Question(Approvals approvals, UUID approval, Input input, Consumer<String> notices) {
    this.approvals = approvals;
    this.approval = approval;
    this.input = input;
    this.notices = notices;
  }

  /** Asks; tells whether the run goes on, by whosever answer. */
  boolean ask() throws ServerException, InterruptedException {
    Optional<Boolean> allowed = input.confirm(WORDS, this::isSettled);
    if (allowed.isPresent()) {
      return answer(allowed.get());
    }
    Optional<String> verdict = approvals.verdict(approval);
    notices.accept(verdict.map(Question::settled).orElse(WAITS_ON));
    return verdict.isPresent();
  }

  private static String settled(String verdict) {
    return switch (verdict.toLowerCase(Locale.ROOT)) {
      case "expired" -> "Nobody answered it in time.";
      case "superseded" -> "It is not asked any more.";
      default -> "It was answered elsewhere.";
    };
  }

  /** The first answer stands; if that is another one, its words say so. */
  private boolean answer(boolean allowed) throws ServerException, InterruptedException {
    try {
      approvals.answer(approval, allowed);
    } catch (ServerException e) {
      if (approvals.waits(approval)) {
        throw e;
      }
      notices.accept(Trouble.of(e).text());
    }
    return true;
  }

  /** While the server is away, nobody knows. */
  private boolean isSettled() {
    try {
      return !approvals.waits(approval);
    } catch (ServerException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
