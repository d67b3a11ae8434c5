package notjarvis.launcher.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import notjarvis.config.ConfigurationException;
import notjarvis.failure.Failure;
import notjarvis.launcher.client.ServerException;
import notjarvis.launcher.database.DatabaseStartException;
import notjarvis.launcher.home.HomeLog;
import notjarvis.launcher.terminal.Clean;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.TypeConversionException;

/**
 * What stopped a command, for the person. There is no other way from a failure to words.
 *
 * @param text fit for a terminal; empty when the person knows, because they stopped it
 * @param exitCode how the process ends, if it ends of this
 * @param runId which run it is about, if it is known
 */
record Trouble(String text, int exitCode, Optional<String> runId) {
  Trouble {
    text = Clean.text(text);
  }

  private Trouble(String text, int exitCode) {
    this(text, exitCode, Optional.empty());
  }

  static Trouble of(Exception failure) {
    if (failure instanceof ServerException server) {
      int code = server.isWrongUsage() ? ExitCode.WRONG_USAGE : ExitCode.FAILED;
      return new Trouble(server.getMessage(), code, server.runId());
    }
    if (failure instanceof CancellationException || failure instanceof InterruptedException) {
      return new Trouble("", ExitCode.INTERRUPTED);
    }
    if (isToBeSetRight(failure)) {
      return new Trouble(message(failure), ExitCode.WRONG_USAGE);
    }
    if (failure instanceof Failure || failure instanceof DatabaseStartException) {
      return new Trouble(message(failure), ExitCode.FAILED);
    }
    return ofSystem(failure);
  }

  /** Says it, if there is anything to say, and returns the exit code. */
  int tell(PrintStream err) {
    if (!text.isEmpty()) {
      err.println(text);
    }
    return exitCode;
  }

  private static boolean isToBeSetRight(Exception failure) {
    return failure instanceof ConfigurationException
        || failure instanceof TypeConversionException
        || failure instanceof InvalidPathException;
  }

  private static Trouble ofSystem(Exception failure) {
    if (failure instanceof UncheckedIOException unchecked) {
      return new Trouble(
          message(failure) + ": " + reason(Objects.requireNonNull(unchecked.getCause())) + ".",
          ExitCode.FAILED);
    }
    if (failure instanceof IOException broken) {
      return new Trouble("The system refused: " + reason(broken) + ".", ExitCode.FAILED);
    }
    LoggerFactory.getLogger(Trouble.class).error("A command failed", failure);
    return new Trouble(
        "Something went wrong inside Not-Jarvis; " + HomeLog.pointer() + " says what.",
        ExitCode.FAILED);
  }

  private static String reason(IOException failure) {
    return failure instanceof AccessDeniedException denied
        ? denied.getFile() + ": permission denied"
        : message(failure);
  }

  private static String message(Exception failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
