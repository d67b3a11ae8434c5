package notjarvis.executor.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import notjarvis.action.Observation;
import notjarvis.action.SearchResult;
import notjarvis.blob.BlobRef;
import org.junit.jupiter.api.Test;

final class BoundsTest {

  @Test
  void everyPartHasItsLimit() {
    String endless = "x".repeat(100_000);
    List<SearchResult> results =
        IntStream.rangeClosed(1, 20)
            .mapToObj(n -> new SearchResult(n, endless, "https://page.example/", endless))
            .toList();

    Observation bounded = Bounds.of(Observation.found(endless, results, endless));

    assertThat(bounded.text()).hasSize(4_000).endsWith("…");
    assertThat(bounded.quote()).hasSize(2_000);
    assertThat(bounded.results()).hasSize(10);
    assertThat(bounded.results().get(9).number()).isEqualTo(10);
    assertThat(bounded.results().get(0).title()).hasSize(200);
    assertThat(bounded.results().get(0).snippet()).hasSize(500);
  }

  @Test
  void whatFitsStaysAsItIs() {
    Observation observation =
        new Observation(
            Observation.Status.UNKNOWN,
            "x".repeat(4_000),
            List.of(new SearchResult(3, "Título 🐈", "https://page.example/", "two\nlines\t.")),
            "quoted",
            "https://page.example/",
            "/tmp/file.png",
            true,
            new BlobRef("ab", "image/png", 9));

    assertThat(Bounds.of(observation)).isEqualTo(observation);
  }

  @Test
  void charactersThatDriveTerminalsOrDeceiveAreTakenOut() {
    Observation observation =
        Bounds.of(
            Observation.found(
                "a\u001b[31mb\u0000c\u009b",
                List.of(new SearchResult(1, "exe\u202egpj.", "https://page.example/", "\u2066x")),
                "lone \ud800 half"));

    assertThat(observation.text()).isEqualTo("a[31mbc");
    assertThat(observation.results().get(0).title()).isEqualTo("exegpj.");
    assertThat(observation.results().get(0).snippet()).isEqualTo("x");
    assertThat(observation.quote()).isEqualTo("lone  half");
  }

  @Test
  void aCutNeverHalvesACharacter() {
    Observation bounded = Bounds.of(Observation.done("x".repeat(3_998) + "🐈🐈"));

    assertThat(bounded.text()).isEqualTo("x".repeat(3_998) + "…");
  }
}
