package notjarvis.launcher.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import notjarvis.config.ConfigurationException;
import notjarvis.token.TokenMaker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code jarvis token}: prints a token for a user of the servers that share the secret. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "Print a token with which a user signs in, made by JARVIS_JWT_SECRET.")
final class TokenCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--user",
      required = true,
      paramLabel = "U",
      converter = User.class,
      description = "Who it is for.")
  private String user = "";

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "30",
      converter = Days.class,
      description = "How long it is good (default: ${DEFAULT-VALUE}).")
  private int days;

  TokenCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    TokenMaker maker = surroundings.tokenMaker().orElseThrow(TokenCommand::noSecret);
    surroundings.out().println(maker.make(user, Duration.ofDays(days), Instant.now()));
    return ExitCode.FINISHED;
  }

  private static ConfigurationException noSecret() {
    return new ConfigurationException(
        List.of(
            "JARVIS_JWT_SECRET is not set: without it a server has one user, who needs no token."
                + " Set it here and for the server to the same random text, such as \"openssl rand"
                + " -base64 48\" prints."));
  }
}
