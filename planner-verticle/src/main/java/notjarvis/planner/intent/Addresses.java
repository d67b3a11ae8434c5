package notjarvis.planner.intent;

import com.google.common.net.InetAddresses;
import com.google.common.net.InternetDomainName;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import notjarvis.web.WebAddress;

/** Reads web addresses as people write them, with or without the scheme. */
final class Addresses {
  private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]{0,30}:(?![0-9]).+");
  private static final Pattern LOCAL =
      Pattern.compile("(?i)(localhost|[^/:@]+\\.local)(?=[:/]|$).*");

  private final Set<String> fileEndings;

  Addresses(Vocabulary vocabulary) {
    fileEndings = vocabulary.set("file-ending");
  }

  /** Why a text that can be nothing but an address, or an option of a program, is not opened. */
  Optional<String> fault(String text) {
    if (text.startsWith("-")) {
      return Optional.of("\"" + text + "\" is not the address of a website, nor an app.");
    }
    if (!hasScheme(text)) {
      return Optional.empty();
    }
    try {
      WebAddress.parse(text);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  private static boolean hasScheme(String text) {
    return SCHEME.matcher(text).matches();
  }

  /** The address as it may be handed on; empty when this is not one. */
  Optional<String> read(String text) {
    if (hasScheme(text)) {
      return parsed(text);
    }
    return parsed("https://" + text)
        .filter(address -> isOnTheWeb(text, address))
        .or(() -> near(text));
  }

  private boolean isOnTheWeb(String text, String address) {
    String host = host(address);
    return text.indexOf('.') > 0
        && InternetDomainName.isValid(host)
        && InternetDomainName.from(host).isUnderPublicSuffix()
        && !isFile(text.toLowerCase(Locale.ROOT), host);
  }

  /** "readme.md" and "main.py" are files, though Moldova and Paraguay would be glad of them. */
  private boolean isFile(String text, String host) {
    return text.equals(host)
        && !host.startsWith("www.")
        && fileEndings.contains(host.substring(host.lastIndexOf('.') + 1));
  }

  /** This computer, names of the network at home and numeric addresses: there http is spoken. */
  private static Optional<String> near(String text) {
    return parsed("http://" + text)
        .filter(
            address -> LOCAL.matcher(text).matches() || InetAddresses.isInetAddress(host(address)));
  }

  private static Optional<String> parsed(String text) {
    try {
      return Optional.of(WebAddress.parse(text).toString());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String host(String address) {
    return WebAddress.parse(address).host();
  }
}
