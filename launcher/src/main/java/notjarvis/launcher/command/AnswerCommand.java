package notjarvis.launcher.command;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import notjarvis.control.ApprovalView;
import notjarvis.failure.Failure;
import notjarvis.failure.FailureCode;
import notjarvis.launcher.client.Resources;
import notjarvis.launcher.client.ServerException;
import notjarvis.launcher.terminal.Window;
import org.jline.reader.LineReaderBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/**
 * An answer to what waits for one: to what is named, or to the only one there is. At a terminal the
 * person sees first what that is.
 */
abstract class AnswerCommand extends ResourceCommand {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private static final Duration IN_MINUTES = Duration.ofHours(2);

  private final Surroundings surroundings;
  private final String name;
  private final boolean allowed;

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      converter = Id.class,
      description = "What was asked for, as the run said (default: the only one that waits).")
  private @Nullable UUID approval;

  private @Nullable UUID answered;

  /**
   * The command that gives one of the two answers.
   *
   * @param name what the person types for it
   */
  AnswerCommand(Surroundings surroundings, String name, boolean allowed) {
    super(surroundings);
    this.surroundings = surroundings;
    this.name = name;
    this.allowed = allowed;
  }

  @Override
  final void run(Resources resources) throws ServerException, InterruptedException, IOException {
    Approvals approvals = new Approvals(resources);
    UUID meant = approval == null ? only(approvals) : approval;
    approvals.answer(meant, allowed);
    answered = meant;
    show(allowed ? "Allowed; the run goes on." : "Refused; the run goes on without it.");
  }

  @Override
  final void seeThrough(Resources resources) throws ServerException, InterruptedException {
    if (answered != null) {
      follow(resources, new Approvals(resources).runOf(answered));
    }
  }

  private UUID only(Approvals approvals) throws ServerException, InterruptedException, IOException {
    List<ApprovalView> waiting = approvals.waiting();
    waiting.stream().map(AnswerCommand::inWords).forEach(this::show);
    if (waiting.isEmpty()) {
      throw nothingDone("Nothing waits for your answer.");
    }
    if (waiting.size() > 1) {
      throw nothingDone("Several wait. Say which: jarvis " + name + " ID");
    }
    UUID only = waiting.get(0).approval().approvalId();
    if (!isMeant()) {
      throw nothingDone("Nothing was answered; it goes on waiting.");
    }
    return only;
  }

  private static Failure nothingDone(String why) {
    return new Failure(FailureCode.CONFLICT, why);
  }

  /** Whether the person says so; in a pipe there is nobody to ask, and the command says it. */
  private boolean isMeant() throws IOException {
    try (Window window = Window.open(surroundings.out(), ExitCode::interrupt)) {
      Optional<YesOrNo> person =
          window
              .terminal()
              .map(terminal -> LineReaderBuilder.builder().terminal(terminal).build())
              .map(YesOrNo::new);
      String question = allowed ? "Allow it? (y/n) " : "Refuse it? (y/n) ";
      return person.isEmpty() || person.get().ask(question, () -> false).orElse(false);
    }
  }

  private static String inWords(ApprovalView asked) {
    Instant end = asked.approval().expiresAt();
    return """
    %s
      in "%s": %s
      %s
      It is not done unless you answer by %s, in %s.\
    """
        .formatted(
            asked.approval().approvalId(),
            asked.threadId(),
            InOneLine.inWords(asked.approval().action()),
            asked.approval().why(),
            TIME.format(end),
            inWords(Duration.between(Instant.now(), end)));
  }

  private static String inWords(Duration left) {
    return left.compareTo(IN_MINUTES) <= 0 ? left.toMinutes() + " min" : left.toHours() + " h";
  }
}
