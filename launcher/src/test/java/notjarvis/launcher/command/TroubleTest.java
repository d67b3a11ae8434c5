package notjarvis.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import notjarvis.config.ConfigurationException;
import notjarvis.failure.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TroubleTest {
  @ParameterizedTest
  @MethodSource("failures")
  void everyFailureHasWordsAndAnExitCode(Exception failure, int code, String words) {
    Trouble trouble = Trouble.of(failure);

    assertThat(trouble.exitCode()).isEqualTo(code);
    assertThat(trouble.text()).isEqualTo(words);
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new ConfigurationException(List.of("PORT is odd")), 2, "PORT is odd"),
        Arguments.of(new InvalidPathException("a\0b", "Nul"), 2, "Nul: ab"),
        Arguments.of(Failure.unavailable("Gone."), 1, "Gone."),
        Arguments.of(
            new UncheckedIOException("Cannot read x", new AccessDeniedException("/x")),
            1,
            "Cannot read x: /x: permission denied."),
        Arguments.of(new IOException(), 1, "The system refused: IOException."),
        Arguments.of(
            new IllegalStateException("inside"),
            1,
            "Something went wrong inside Not-Jarvis; its log says what."));
  }

  @Test
  void whatThePersonStoppedNeedsNoWords() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);

    assertThat(Trouble.of(new CancellationException("x")).tell(stream)).isEqualTo(130);
    assertThat(Trouble.of(new InterruptedException()).tell(stream)).isEqualTo(130);
    assertThat(err.size()).isZero();
  }
}
