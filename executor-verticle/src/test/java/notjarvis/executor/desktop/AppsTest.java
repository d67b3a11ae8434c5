package notjarvis.executor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import notjarvis.action.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppsTest {
  private static final List<App> MENU =
      List.of(
          new App("firefox-esr", "Firefox ESR", List.of("firefox-esr", "Web Browser")),
          new App("chromium", "Chromium", List.of("chromium", "Web Browser")),
          new App("code", "Visual Studio Code", List.of("code", "Text Editor")),
          new App(
              "org.gnome.TextEditor", "Text Editor", List.of("org.gnome.TextEditor", "TextEditor")),
          new App("writer", "LibreOffice Writer", List.of("writer", "Word Processor")),
          new App("calc", "LibreOffice Calc", List.of("calc", "Spreadsheet")),
          new App("calculator", "Calculator", List.of("calculator")),
          new App("terminal", "Terminal", List.of("terminal")),
          new App("terminal2", "Terminal", List.of("terminal2")));

  @ParameterizedTest
  @CsvSource({
    "Firefox ESR, firefox-esr",
    "firefox esr, firefox-esr",
    "FIREFOX, firefox-esr",
    "fire, firefox-esr",
    "firefox-esr, firefox-esr",
    "chromium, chromium",
    "code, code",
    "visual studio, code",
    "studio visual, code",
    "text editor, org.gnome.TextEditor",
    "texteditor, org.gnome.TextEditor",
    "calculator, calculator",
    "calc, calc",
    "spreadsheet, calc",
    "processor, writer",
    "libre wri, writer",
    "terminal2, terminal2",
  })
  void theOneThatFitsBestIsStarted(String said, String id) {
    assertThat(started(MENU, said)).isEqualTo(Observation.done(id));
  }

  @ParameterizedTest
  @CsvSource({
    "web browser, 'Firefox ESR, Chromium'",
    "browser, 'Firefox ESR, Chromium'",
    "libreoffice, 'LibreOffice Writer, LibreOffice Calc'",
    "terminal, 'Terminal (terminal), Terminal (terminal2)'",
  })
  void whenSeveralFitNoneIsStartedAndTheyAreOffered(String said, String offered) {
    assertThat(started(MENU, said))
        .isEqualTo(
            Observation.failed(
                "Several applications answer to \""
                    + said
                    + "\": "
                    + offered
                    + ". Say which one."));
  }

  @ParameterizedTest
  @CsvSource({
    "firefux, Firefox ESR",
    "cromium, Chromium",
    "office suite, 'LibreOffice Writer, LibreOffice Calc'",
    "calkulator, Calculator",
  })
  void whatIsNotInstalledIsSaidSoWithWhatComesNear(String said, String near) {
    assertThat(started(MENU, said))
        .isEqualTo(
            Observation.failed(
                "No application called \""
                    + said
                    + "\" is installed here. These come near: "
                    + near
                    + "."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"photoshop", "a", "fi", "...", "🙂"})
  void whatComesNearNothingIsSaidSo(String said) {
    assertThat(started(MENU, said))
        .isEqualTo(Observation.failed("No application called \"" + said + "\" is installed here."));
  }

  @Test
  void noMoreThanFiveAreOffered() {
    List<App> many =
        IntStream.rangeClosed(1, 7)
            .mapToObj(n -> new App("game" + n, "Game " + n, List.of()))
            .toList();

    assertThat(started(many, "game").text())
        .isEqualTo(
            "Several applications answer to \"game\":"
                + " Game 1, Game 2, Game 3, Game 4, Game 5 and 2 more. Say which one.");
  }

  @Test
  void anEmptyMenuKnowsNothing() {
    assertThat(started(List.of(), "Firefox").text())
        .isEqualTo("No application called \"Firefox\" is installed here.");
  }

  private static Observation started(List<App> menu, String said) {
    return new Apps(menu).start(AppName.parse(said), app -> Observation.done(app.id()));
  }
}
