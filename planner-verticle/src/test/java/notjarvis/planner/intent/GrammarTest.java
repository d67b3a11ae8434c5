package notjarvis.planner.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import notjarvis.planner.site.KnownSites;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GrammarTest {

  @Test
  void aTemplateTakesAlternativesAndLeavesOutWhatMayBeLeftOut() {
    Template template = TemplateReader.read("(open|go to) [the] {name} [now]");

    assertThat(slots(template, "go to the moon base now")).containsEntry("name", "moon base");
    assertThat(slots(template, "open moon")).containsEntry("name", "moon");
    assertThat(slots(template, "close moon")).isEmpty();
  }

  @Test
  void aSlotThatMakesNoSenseIsReadAnotherWay() {
    Template template = TemplateReader.read("(open|open up) {name}");
    List<Integer> sizes = new ArrayList<>();

    boolean matches =
        template.matches(
            Sentence.of("open up github"),
            slots -> {
              slots.values().forEach(slot -> sizes.add(slot.size()));
              return sizes.size() == 2;
            });

    assertThat(matches).isTrue();
    assertThat(sizes).containsExactly(2, 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open: (open",
        "open: open]",
        "open: open | {name}|",
        "open: [",
        "open",
        ": open",
        "open: @no"
      })
  void aBrokenLineIsNamed(String line) {
    assertThatThrownBy(() -> new Grammar(List.of(line)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not a ");
  }

  @Test
  void anIntentWithoutAMeaningIsNamed() {
    Grammar grammar = new Grammar(List.of("dance: dance"));
    Meanings meanings = new Meanings(new Vocabulary(), new KnownSites());

    assertThatThrownBy(() -> new Listener(grammar, meanings)).hasMessageContaining("\"dance\"");
  }

  @Test
  void aSetOfWordsThatIsMissingIsNamed() {
    assertThatThrownBy(() -> new Vocabulary().set("colours")).hasMessageContaining("colours");
  }

  private static Map<String, String> slots(Template template, String text) {
    Map<String, String> written = new HashMap<>();
    template.matches(
        Sentence.of(text),
        slots -> {
          slots.forEach((name, slot) -> written.put(name, slot.written()));
          return true;
        });
    return written;
  }
}
