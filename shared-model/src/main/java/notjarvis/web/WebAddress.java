package notjarvis.web;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An absolute http or https address, taken apart and put together again: what comes out can be
 * handed to a program as an argument. It has no user info, no control characters, no spaces and no
 * quotes, and never begins with a dash.
 */
public final class WebAddress {
  private static final int LONGEST = 2_000;
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\s\"'`<>\\\\^{|}]");
  private static final Pattern HOST =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?"
              + "(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?)*|\\[[0-9a-f:.]+]");

  private final URI uri;

  private WebAddress(URI uri) {
    this.uri = uri;
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException when it is not one, with a text for the person
   */
  public static WebAddress parse(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("The address is longer than " + LONGEST + " characters.");
    }
    if (text.isEmpty() || UNSAFE.matcher(text).find()) {
      throw new IllegalArgumentException("\"" + shown(text) + "\" is not a web address.");
    }
    try {
      return new WebAddress(serialised(new URI(text)));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("\"" + shown(text) + "\" is not a web address.", e);
    }
  }

  private static URI serialised(URI given) throws URISyntaxException {
    String scheme = lower(given.getScheme());
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException(
          "Only http and https addresses are opened, not \"" + shown(given.toString()) + "\".");
    }
    if (given.getRawUserInfo() != null || given.getRawAuthority() == null) {
      throw new IllegalArgumentException(
          "\"" + shown(given.toString()) + "\" needs a host and must not name a user.");
    }
    String path =
        given.getRawPath() == null || given.getRawPath().isEmpty() ? "/" : given.getRawPath();
    StringBuilder text =
        new StringBuilder(scheme).append("://").append(authority(given)).append(path);
    if (given.getRawQuery() != null) {
      text.append('?').append(given.getRawQuery());
    }
    if (given.getRawFragment() != null) {
      text.append('#').append(given.getRawFragment());
    }
    return new URI(new URI(text.toString()).toASCIIString());
  }

  private static String authority(URI given) {
    String authority = given.getRawAuthority();
    int colon = authority.lastIndexOf(':');
    boolean hasPort = colon > authority.lastIndexOf(']');
    String port = hasPort ? authority.substring(colon) : "";
    String host = host(hasPort ? authority.substring(0, colon) : authority);
    if (!HOST.matcher(host).matches() || !port.matches("(:[0-9]{1,5})?")) {
      throw new IllegalArgumentException("\"" + shown(authority) + "\" is not a host.");
    }
    return host + port;
  }

  private static String host(String given) {
    return given.startsWith("[") ? lower(given) : lower(IDN.toASCII(given));
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  private static String shown(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", " ");
    return clean.length() > 80 ? clean.substring(0, 80) + "…" : clean;
  }

  /** The host in lower case and ASCII. */
  public String host() {
    return uri.getHost() == null ? uri.getRawAuthority() : uri.getHost();
  }

  /** Whether it is an https origin and nothing more: no port, path, query or fragment. */
  public boolean isBareHttpsOrigin() {
    return uri.getScheme().equals("https")
        && uri.getPort() == -1
        && "/".equals(uri.getRawPath())
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WebAddress address && uri.equals(address.uri);
  }

  @Override
  public int hashCode() {
    return uri.hashCode();
  }

  /** The address as it may be handed on. */
  @Override
  public String toString() {
    return uri.toString();
  }
}
