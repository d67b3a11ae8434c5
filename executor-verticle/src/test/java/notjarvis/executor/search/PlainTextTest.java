package notjarvis.executor.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlainTextTest {

  @ParameterizedTest
  @CsvSource({
    "'<b>Cats</b> &amp; dogs', Cats & dogs",
    "'a &lt; b', a < b",
    "'1 < 2 and 3 > 2', 1 < 2 and 3 > 2",
    "'&lt;script&gt;alert(1)&lt;/script&gt;', alert(1)",
    "'<svg/onload=alert(1)>x', x",
    "'<!-- hidden -->seen', seen",
    "'It&#39;s &#x1F408; here&hellip;', It's 🐈 here…",
    "'R&D; &unknown; &copy', R&D; &unknown; &copy",
    "'$1 \\ back', $1 \\ back",
    "'&#99999999; &#x110000; &#0;', &#99999999;",
    "'two\n lines\u00a0and\u0007 a bell', two lines and a bell"
  })
  void markupIsTakenOut(String html, String text) {
    assertThat(PlainText.ofHtml(html)).isEqualTo(text);
  }

  @Test
  @Timeout(5)
  void aTextMadeToBeSlowIsNot() {
    assertThat(PlainText.ofHtml("<a".repeat(1_000_000)).length()).isLessThanOrEqualTo(4_000);
  }
}
