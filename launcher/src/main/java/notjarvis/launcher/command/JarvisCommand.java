package notjarvis.launcher.command;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.concurrent.Callable;
import notjarvis.config.ConfigurationException;
import notjarvis.failure.Failure;
import notjarvis.launcher.database.DatabaseStartException;
import notjarvis.launcher.home.HomeLog;
import org.slf4j.LoggerFactory;
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
        .setOut(new PrintWriter(surroundings.out(), true, Charset.defaultCharset()))
        .setErr(new PrintWriter(surroundings.err(), true, Charset.defaultCharset()))
        .setExecutionExceptionHandler((e, line, parsed) -> trouble(surroundings, e))
        .execute(arguments);
  }

  @Override
  public Integer call() throws Exception {
    return chat.call();
  }

  private static int trouble(Surroundings surroundings, Exception e) {
    if (e instanceof ConfigurationException) {
      surroundings.err().println(e.getMessage());
      return ExitCode.WRONG_USAGE;
    }
    if (e instanceof Failure || e instanceof DatabaseStartException) {
      surroundings.err().println(e.getMessage());
      return ExitCode.FAILED;
    }
    LoggerFactory.getLogger(JarvisCommand.class).error("A command failed", e);
    surroundings
        .err()
        .println(
            "Something went wrong inside Not-Jarvis; " + HomeLog.pointer() + " says what: " + e);
    return ExitCode.FAILED;
  }
}
