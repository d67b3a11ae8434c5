package notjarvis.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActionSpecTest {
  private static final ActionSpec SPEC =
      new ActionSpec(
          "open_website",
          List.of("open"),
          "Opens a website.",
          List.of(
              Parameter.required("url", ParameterType.ADDRESS, "which"),
              Parameter.optional("times", ParameterType.WHOLE_NUMBER, "how often"),
              Parameter.optional("quiet", ParameterType.YES_NO, "without a sound")),
          Effect.IRREVERSIBLE,
          Place.DESKTOP);

  @Test
  void itAnswersToItsNameAndItsAliases() {
    assertThat(SPEC.isCalled("open_website")).isTrue();
    assertThat(SPEC.isCalled("open")).isTrue();
    assertThat(SPEC.isCalled("close")).isFalse();
  }

  @Test
  void argumentsOfTheDeclaredTypesAreRight() {
    assertThat(SPEC.fault(Map.of("url", "https://a.example/"))).isEmpty();
    assertThat(SPEC.fault(Map.of("url", "x", "times", 2L, "quiet", true))).isEmpty();
  }

  @Test
  void aMissingArgumentIsNamed() {
    assertThat(SPEC.fault(Map.of("times", 1))).contains("open_website needs \"url\"");
  }

  @Test
  void anArgumentOfTheWrongTypeIsNamed() {
    assertThat(SPEC.fault(Map.of("url", 3)))
        .contains("\"url\" of open_website has to be of type string");
    assertThat(SPEC.fault(Map.of("url", "x", "times", 1.5)))
        .contains("\"times\" of open_website has to be of type integer");
  }

  @Test
  void anArgumentThatIsNotDeclaredIsNamed() {
    assertThat(SPEC.fault(Map.of("url", "x", "shell", "rm")))
        .contains("open_website takes no \"shell\"");
  }

  @Test
  void anActionIsTheSameWhenItWouldDoTheSame() {
    Action first = new Action("r:1", "search", Map.of("query", "a"), Effect.PURE);

    assertThat(first.isSameAs(new Action("r:2", "search", Map.of("query", "a"), Effect.PURE)))
        .isTrue();
    assertThat(first.isSameAs(new Action("r:2", "search", Map.of("query", "b"), Effect.PURE)))
        .isFalse();
  }
}
