package notjarvis.executor.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import notjarvis.failure.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"Firefox", "Text Editor", "org.gnome.Maps", "Notepad++", "Éditeur", "7-Zip"})
  void theNameOfAnApplicationIsTakenAsItIs(String text) {
    assertThat(AppName.parse(" " + text + " ").text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "-e",
        "--help",
        "/usr/bin/xterm",
        "../xterm",
        "C:\\Windows\\cmd.exe",
        "\\\\server\\app",
        "x\ny",
        "x\u0000",
        "x\u202Ey",
        "x\uD800",
      })
  void aPathAnOptionOrAnUnprintableNameIsRefused(String text) {
    assertThatThrownBy(() -> AppName.parse(text))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("That is not the name of an application.");
  }

  @Test
  void aNameOfTooManyCharactersIsRefused() {
    assertThat(AppName.parse("x".repeat(100)).text()).hasSize(100);
    assertThatThrownBy(() -> AppName.parse("x".repeat(101))).isInstanceOf(Failure.class);
  }
}
