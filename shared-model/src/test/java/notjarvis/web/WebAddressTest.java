package notjarvis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '^',
      value = {
        "https://www.mit.edu https://www.mit.edu/",
        "HTTP://WWW.Example.COM/Path http://www.example.com/Path",
        "https://example.com?q=a https://example.com/?q=a",
        "https://example.com#top https://example.com/#top",
        "https://example.com./ https://example.com/",
        "https://example.com:443/ https://example.com/",
        "http://example.com:80/ http://example.com/",
        "http://example.com:/ http://example.com/",
        "http://127.0.0.1:08080/a http://127.0.0.1:8080/a",
        "http://localhost:65535/ http://localhost:65535/",
        "http://[::1]:8080/x http://[::1]:8080/x",
        "http://[2001:DB8::1]/ http://[2001:db8::1]/",
        "http://my_host:8080/ http://my_host:8080/",
        "https://a.b/?a=1&b=2;c=3#d?e/f https://a.b/?a=1&b=2;c=3#d?e/f",
        "https://a.b/a%20b%C3%A9 https://a.b/a%20b%C3%A9",
      })
  void anOrdinaryAddressIsPutTogetherAgain(String given, String expected) {
    assertThat(WebAddress.parse(given)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "https://bücher.example/ xn--bcher-kva.example",
        "https://BÜCHER.example/ xn--bcher-kva.example",
        "https://例え.jp/ xn--r8jz45g.jp",
        "https://example。com/ example.com",
        "https://☕.example/ xn--53h.example",
        "https://user_name.Example.org:8443/x user_name.example.org",
        "https://[::FFFF]/ [::ffff]",
      })
  void theHostIsLowerCaseAscii(String given, String host) {
    assertThat(WebAddress.parse(given).host()).isEqualTo(host);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '^',
      value = {
        "https://a.b/café https://a.b/caf%C3%A9",
        "https://a.b/?q=日本 https://a.b/?q=%E6%97%A5%E6%9C%AC",
        "https://a.b/#ü https://a.b/#%C3%BC",
        "https://a.b/😀 https://a.b/%F0%9F%98%80",
        "https://a.b/css?family=A|B https://a.b/css?family=A%7CB",
        "https://a.b/Schrödinger's_cat https://a.b/Schr%C3%B6dinger%27s_cat",
        "https://a.b/x[1]?y[]={z} https://a.b/x%5B1%5D?y%5B%5D=%7Bz%7D",
        "https://a.b/?off=100% https://a.b/?off=100%25",
        "https://a.b/?off=5%zz https://a.b/?off=5%25zz",
        "https://a.b/#one#two https://a.b/#one%23two",
      })
  void whatIsNotPlainAsciiIsPercentEncoded(String given, String expected) {
    WebAddress address = WebAddress.parse(given);

    assertThat(address).hasToString(expected);
    assertThat(URI.create(address.toString())).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "--help",
        "-https://a.b/",
        "example.com",
        "javascript:alert(1)",
        "JavaScript://a.b/%0Aalert(1)",
        "data:text/html,hello",
        "file:///etc/passwd",
        "ftp://a.b/",
        "smb://a.b/share",
        "vbscript:x",
        "ms-settings:display",
        "search-ms:query=x",
        "\\\\server\\share",
        "//server/share",
        "https:\\\\a.b\\",
        "https:a.b",
        "https:/a.b",
        "https://",
        "https:///path",
        "https://?q",
        "https://#f",
        "https://:443/",
        "https://user@a.b/",
        "https://user:word@a.b/",
        "https://bücher@a.b/",
        "https://a.b@c.d/",
        "https://a b/",
        "https://a.b/a b",
        "https://a.b/\u00A0",
        "https://a.b/\u3000",
        "https://a.b/\u2028",
        "https://a.b/\"",
        "https://a.b/`id`",
        "https://a.b/<x>",
        "https://a.b/a\\b",
        "https://a.b/\n",
        "https://a.b/\u0000",
        "https://a.b/\u0085",
        "https://a.b/\uD800",
        "https://a'b/",
        "https://a|b/",
        "https://a%62.c/",
        "https://-a.b/",
        "https://a-.b/",
        "https://a..b/",
        "https://.a/",
        "https://straße.example/",
        "https://[::1/",
        "https://[:::1]/",
        "https://[1]/",
        "https://a.b:0/",
        "https://a.b:65536/",
        "https://a.b:99999999999999999999/",
        "https://a.b:-1/",
        "https://a.b:8o/",
      })
  void whatABrowserMustNotBeHandedIsRefused(String given) {
    assertThatThrownBy(() -> WebAddress.parse(given))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(".");
  }

  @Test
  void aHostOfTooManyCharactersIsRefused() {
    String label = "a".repeat(64);
    String name = ("a".repeat(60) + ".").repeat(5) + "com";

    assertThatThrownBy(() -> WebAddress.parse("https://" + label + ".com/"))
        .hasMessageContaining("is not a host");
    assertThatThrownBy(() -> WebAddress.parse("https://" + name + "/"))
        .hasMessageContaining("is not a host");
  }

  @Test
  void anAddressOfTooManyCharactersIsRefusedAndNotRepeated() {
    String longest = "https://a.b/" + "x".repeat(1_988);

    assertThat(WebAddress.parse(longest)).hasToString(longest);
    assertThatThrownBy(() -> WebAddress.parse(longest + "x"))
        .hasMessage("The address is longer than 2000 characters.");
  }

  @Test
  void aRefusalShowsNoControlCharactersAndNoEndlessText() {
    assertThatThrownBy(() -> WebAddress.parse("\u001B[31m" + "x".repeat(1_000)))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\u001B").hasSizeLessThan(120));
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.google.com, true",
    "https://www.google.com:443/, true",
    "http://www.google.com/, false",
    "https://www.google.com:8443/, false",
    "https://my_host:8443/, false",
    "https://www.google.com/x, false",
    "https://www.google.com/?q, false",
    "https://www.google.com/#f, false",
  })
  void aBareHttpsOriginHasNothingBehindItsHost(String given, boolean expected) {
    assertThat(WebAddress.parse(given).isBareHttpsOrigin()).isEqualTo(expected);
  }

  @Test
  void twoWaysToWriteTheSameAddressAreEqual() {
    WebAddress one = WebAddress.parse("https://EXAMPLE.com:443");
    WebAddress other = WebAddress.parse("https://example.com/");

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one).isNotEqualTo(WebAddress.parse("https://example.com/x"));
  }
}
