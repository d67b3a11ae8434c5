package notjarvis.launcher.command;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import notjarvis.launcher.client.Errand;
import notjarvis.launcher.client.ServerException;
import notjarvis.launcher.terminal.Screen;
import notjarvis.launcher.terminal.Screen.Style;
import picocli.CommandLine.TypeConversionException;

/** Passes on what the person says to the run that goes; what comes too late is kept for later. */
final class Steering implements Consumer<String> {
  private final Link link;
  private final Errand errand;
  private final Screen screen;
  private final Consumer<String> later;

  /**
   * What is said goes to the run of an errand.
   *
   * @param later is told each line that is to be taken up when the run is over
   */
  Steering(Link link, Errand errand, Screen screen, Consumer<String> later) {
    this.link = link;
    this.errand = errand;
    this.screen = screen;
    this.later = later;
  }

  @Override
  public void accept(String line) {
    String text = line.strip();
    switch (text.toLowerCase(Locale.ROOT)) {
      case "" -> {
        // nothing was said
      }
      case "exit", "quit", "reset" -> keep(text, "When this is done (Ctrl-C stops it).");
      default -> pass(text);
    }
  }

  private void pass(String words) {
    try {
      Goal.readable(words);
      if (errand.isTaken()) {
        link.server()
            .resources()
            .post("/v1/runs/" + errand.runId() + "/steer", Map.of("words", words));
        screen.show(Style.NOTICE, "Passed on.");
      } else {
        keepAsGoal(words);
      }
    } catch (ServerException e) {
      refused(words, e);
    } catch (TypeConversionException | InterruptedException e) {
      notPassedOn(e);
    }
  }

  private void refused(String words, ServerException why) {
    if (why.isConflict()) {
      keepAsGoal(words);
    } else {
      notPassedOn(why);
    }
  }

  private void keepAsGoal(String words) {
    keep(words, "That comes next, as a goal of its own.");
  }

  private void keep(String words, String notice) {
    later.accept(words);
    screen.show(Style.NOTICE, notice);
  }

  private void notPassedOn(Exception why) {
    screen.show(
        Style.TROUBLE,
        "That was not passed on; the up key brings it back. " + Trouble.of(why).text());
  }
}
