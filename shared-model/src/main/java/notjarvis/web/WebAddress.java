package notjarvis.web;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An absolute http or https address, taken apart and put together again: what comes out can be
 * handed to a program as an argument. It is plain ASCII, has no user info, no control characters,
 * no spaces, no quotes and no pipes, and never begins with a dash.
 */
public final class WebAddress {
  private static final int LONGEST = 2_000;
  private static final int LAST_PORT = 65_535;
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Z}\"`<>\\\\]");
  private static final Pattern WEB =
      Pattern.compile(
          "(?<scheme>https?)://(?<authority>[^/?#]*)"
              + "(?<path>/[^?#]*)?(\\?(?<query>[^#]*))?(#(?<fragment>.*))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AUTHORITY =
      Pattern.compile("(?<host>\\[[0-9A-Fa-f:.]+]|[^\\[\\]:@]+)(:(?<port>[0-9]*))?");
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?"
              + "(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?)*");

  /** Java maps these to other names (IDNA 2003), a browser does not: the sites are not the same. */
  private static final Pattern MAPPED_ELSEWHERE = Pattern.compile("[ßẞς\u200C\u200D]");

  private static final Pattern ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final String KEPT = "-._~:/?@!$&()*+,;=%";

  private final String scheme;
  private final String host;
  private final String port;
  private final String rest;

  private WebAddress(String scheme, String host, String port, String rest) {
    this.scheme = scheme;
    this.host = host;
    this.port = port;
    this.rest = rest;
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
    Matcher web = WEB.matcher(text);
    if (!web.matches()) {
      throw new IllegalArgumentException(
          "Only http and https addresses are opened, not \"" + shown(text) + "\".");
    }
    return serialised(web, text);
  }

  private static WebAddress serialised(Matcher web, String text) {
    Matcher authority = AUTHORITY.matcher(web.group("authority"));
    if (!authority.matches()) {
      throw new IllegalArgumentException(
          "\"" + shown(text) + "\" needs a host and must not name a user.");
    }
    String scheme = lower(web.group("scheme"));
    String rest =
        encoded(Optional.ofNullable(web.group("path")).orElse("/"))
            + Optional.ofNullable(web.group("query")).map(query -> "?" + encoded(query)).orElse("")
            + Optional.ofNullable(web.group("fragment"))
                .map(part -> "#" + encoded(part))
                .orElse("");
    return new WebAddress(
        scheme, host(authority.group("host")), port(authority.group("port"), scheme), rest);
  }

  private static String host(String given) {
    return given.startsWith("[") ? literal(given) : name(given);
  }

  private static String literal(String given) {
    try {
      return lower(new URI("http://" + given).parseServerAuthority().getHost());
    } catch (URISyntaxException e) {
      throw notAHost(given, e);
    }
  }

  private static String name(String given) {
    String ascii;
    try {
      ascii = lower(IDN.toASCII(given, IDN.ALLOW_UNASSIGNED));
    } catch (IllegalArgumentException e) {
      throw notAHost(given, e);
    }
    String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    if (!NAME.matcher(name).matches() || MAPPED_ELSEWHERE.matcher(given).find()) {
      throw notAHost(given, null);
    }
    return name;
  }

  private static String port(@Nullable String given, String scheme) {
    if (given == null || given.isEmpty()) {
      return "";
    }
    String digits = given.replaceFirst("^0+", "");
    int port = digits.isEmpty() || digits.length() > 5 ? 0 : Integer.parseInt(digits);
    if (port < 1 || port > LAST_PORT) {
      throw new IllegalArgumentException("\"" + shown(given) + "\" is not a port.");
    }
    boolean usual = port == (scheme.equals("https") ? 443 : 80);
    return usual ? "" : ":" + port;
  }

  /** Escapes what a browser would escape on its way out, and what some program might stumble at. */
  private static String encoded(String part) {
    StringBuilder text = new StringBuilder(part.length());
    String escaped = ESCAPE.matcher(part).replaceAll("%25");
    for (byte each : escaped.getBytes(StandardCharsets.UTF_8)) {
      if (isKept((char) (each & 0xFF))) {
        text.append((char) each);
      } else {
        text.append(String.format(Locale.ROOT, "%%%02X", each));
      }
    }
    return text.toString();
  }

  private static boolean isKept(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || KEPT.indexOf(c) >= 0;
  }

  private static IllegalArgumentException notAHost(String given, @Nullable Throwable cause) {
    return new IllegalArgumentException("\"" + shown(given) + "\" is not a host.", cause);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String shown(String text) {
    String clean = text.replaceAll("[\\p{Cc}\\p{Cs}]", " ");
    return clean.length() > 80 ? clean.substring(0, 80) + "…" : clean;
  }

  /** The host in lower case and ASCII. */
  public String host() {
    return host;
  }

  /** Whether it is an https origin and nothing more: no port, path, query or fragment. */
  public boolean isBareHttpsOrigin() {
    return scheme.equals("https") && port.isEmpty() && rest.equals("/");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WebAddress address && toString().equals(address.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** The address as it may be handed on. */
  @Override
  public String toString() {
    return scheme + "://" + host + port + rest;
  }
}
