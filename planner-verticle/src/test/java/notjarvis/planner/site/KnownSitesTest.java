package notjarvis.planner.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import notjarvis.planner.resource.Lines;
import notjarvis.web.WebAddress;
import org.junit.jupiter.api.Test;

final class KnownSitesTest {
  private final KnownSites sites = new KnownSites();

  @Test
  void aSiteIsKnownByItsNamesWhateverTheirCase() {
    assertThat(sites.find("GITHUB")).map(Site::address).contains("https://github.com/");
    assertThat(sites.find("Hacker News!"))
        .map(Site::address)
        .contains("https://news.ycombinator.com/");
    assertThat(sites.find("zorblax")).isEmpty();
  }

  @Test
  void aSiteIsNamedInWordsOnlyAtItsOwnAddress() {
    String words = "please open hacker news, now";

    assertThat(sites.isNamedIn(words, "https://news.ycombinator.com/")).isTrue();
    assertThat(sites.isNamedIn(words, "https://news.ycombinator.com/item")).isFalse();
    assertThat(sites.isNamedIn(words, "https://github.com/")).isFalse();
  }

  @Test
  void everyAddressIsHttpsAndStandsAsItWillBeOpened() {
    List<String> addresses =
        Lines.of("/sites/known-sites.txt").stream().map(line -> line.split(" ", 2)[0]).toList();

    assertThat(addresses)
        .hasSizeGreaterThanOrEqualTo(80)
        .allSatisfy(
            address ->
                assertThat(WebAddress.parse(address))
                    .hasToString(address)
                    .asString()
                    .startsWith("https://"));
  }
}
