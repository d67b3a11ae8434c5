package notjarvis.testing;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * An X server of our own on a display that was free; its windows go when it is closed. As on a
 * desktop it outlives its clients: without {@code -noreset} it starts over each time the last of
 * them leaves, and turns away who connects just then, such as what a launcher has started.
 */
public final class VirtualScreen implements AutoCloseable {
  private final Process server;
  private final String display;

  private VirtualScreen(Process server, String display) {
    this.server = server;
    this.display = display;
  }

  /** Opens one of 1024 by 768 pixels that shows nothing yet. */
  public static VirtualScreen open() throws Exception {
    String xvfb = Requirement.program("Xvfb").toString();
    List<String> command =
        List.of(
            xvfb, "-displayfd", "1", "-screen", "0", "1024x768x24", "-nolisten", "tcp", "-noreset");
    Process server = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
    BufferedReader output = server.inputReader(StandardCharsets.UTF_8);
    String number = CompletableFuture.supplyAsync(() -> line(output)).get(20, SECONDS);
    return new VirtualScreen(server, ":" + number);
  }

  private static String line(BufferedReader output) {
    try {
      return output.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@code DISPLAY} has to be for programs to find it. */
  public String display() {
    return display;
  }

  /** The tree of all windows, with their titles. */
  public String windows() throws IOException {
    String xwininfo = Requirement.program("xwininfo").toString();
    Process tree =
        new ProcessBuilder(xwininfo, "-display", display, "-root", "-tree")
            .redirectErrorStream(true)
            .start();
    return new String(tree.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Ends the server, and with it whatever it shows. */
  @Override
  public void close() {
    server.destroy();
    server.onExit().completeOnTimeout(server, 10, SECONDS).join();
    server.destroyForcibly();
  }
}
