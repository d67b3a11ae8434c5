package notjarvis.launcher.command;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code jarvis}: with no other word it opens the chat. */
@Command(
    name = "jarvis",
    mixinStandardHelpOptions = true,
    version = "Not-Jarvis 0.1.0",
    description = "A personal assistant that acts: give it a goal, watch it work.")
public final class JarvisCommand implements Callable<Integer> {
  private final ChatCommand chat;

  private JarvisCommand(ChatCommand chat) {
    this.chat = chat;
  }

  /** Runs the command line; returns the exit code of the process. */
  public static int run(Surroundings surroundings, String... arguments) {
    return new CommandLine(new JarvisCommand(new ChatCommand(surroundings)))
        .addSubcommand(new AskCommand(surroundings))
        .addSubcommand(new ChatCommand(surroundings))
        .addSubcommand(new ServeCommand(surroundings))
        .addSubcommand(new DoctorCommand(surroundings))
        .addSubcommand(new ThreadsCommand(surroundings))
        .addSubcommand(new HistoryCommand(surroundings))
        .addSubcommand(new ForkCommand(surroundings))
        .addSubcommand(new CancelCommand(surroundings))
        .addSubcommand(new ApproveCommand(surroundings))
        .addSubcommand(new DenyCommand(surroundings))
        .addSubcommand(new PruneCommand(surroundings))
        .addSubcommand(new TokenCommand(surroundings))
        .setOut(new PrintWriter(surroundings.out(), true, Charset.defaultCharset()))
        .setErr(new PrintWriter(surroundings.err(), true, Charset.defaultCharset()))
        .setExecutionExceptionHandler((e, line, parsed) -> Trouble.of(e).tell(surroundings.err()))
        .execute(arguments);
  }

  @Override
  public Integer call() throws Exception {
    return chat.call();
  }
}
