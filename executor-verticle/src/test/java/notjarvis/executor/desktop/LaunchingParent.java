package notjarvis.executor.desktop;

import java.io.IOException;
import java.nio.file.Path;
import notjarvis.web.WebAddress;

/**
 * A process that opens a website as the server does, says so, and stays until it is ended. It also
 * has a child of the common kind, which holds on to its output.
 */
final class LaunchingParent {
  private LaunchingParent() {}

  public static void main(String[] arguments) throws IOException {
    Host host = new Host("Linux", System.getenv(), Path.of("/"));
    Desktop desktop = Desktop.of(host, new ProcessLauncher(System.getenv()));
    desktop.openWebsite(WebAddress.parse("https://example.com/"));
    new ProcessBuilder("sleep", "300").inheritIO().start();
    System.out.println("opened");
    System.in.read();
  }
}
