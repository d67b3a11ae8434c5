package notjarvis.launcher.terminal;

import java.io.PrintStream;

/** Text in a pipe or a file: nothing but the text. */
public final class PlainScreen implements Screen {
  private final PrintStream out;

  public PlainScreen(PrintStream out) {
    this.out = out;
  }

  @Override
  public void show(Style style, String text) {
    out.println(text);
    out.flush();
  }

  @Override
  public void busy(String label) {}

  @Override
  public void rest() {}
}
