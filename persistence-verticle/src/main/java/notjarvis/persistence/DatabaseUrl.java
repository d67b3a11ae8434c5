package notjarvis.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.pgclient.SslMode;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import notjarvis.config.ConfigurationException;
import notjarvis.config.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL address as libpq writes it, taken apart.
 *
 * @param host a name or an address, without brackets
 * @param sslMode {@code prefer} unless the address says otherwise; {@code verify-ca} for {@code
 *     require} with a root certificate. Both as in libpq
 * @param rootCertificate the file ({@code sslrootcert}) that a server is verified against; else the
 *     authorities that Java trusts
 */
record DatabaseUrl(
    String host,
    int port,
    String database,
    String user,
    Optional<Secret> password,
    SslMode sslMode,
    Optional<String> rootCertificate) {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseUrl.class);
  private static final int DEFAULT_PORT = 5432;
  private static final int LAST_PORT = 65_535;

  private static final String SSL_MODES =
      Stream.of(SslMode.values()).map(mode -> mode.value).collect(Collectors.joining(", "));

  /** The root certificate that is no file, but the authorities of the system. */
  private static final String SYSTEM = "system";

  private static final Pattern SHAPE =
      Pattern.compile(
          "postgres(?:ql)?://"
              + "(?<user>[^:@/?#\\s]+)(?::(?<password>[^@/?#\\s]*))?@"
              + "(?<host>\\[[0-9a-fA-F:.]+]|[^:@/?#,\\[\\]\\s]+)(?::(?<port>\\d{1,5}))?"
              + "(?:/(?<database>[^/?#\\s]*))?"
              + "(?:\\?(?<query>[^#\\s]*))?");

  /**
   * Reads {@code DATABASE_URL}.
   *
   * @throws ConfigurationException that never shows the address itself, for it holds a password
   */
  static DatabaseUrl parse(Secret url) {
    Matcher parts = SHAPE.matcher(url.value().strip());
    if (!parts.matches()) {
      throw malformed();
    }
    try {
      return of(parts);
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }

  private static DatabaseUrl of(Matcher parts) {
    Map<String, String> query = query(part(parts, "query").orElse(""));
    String user = decoded(parts.group("user"));
    return new DatabaseUrl(
        parts.group("host").replaceAll("[\\[\\]]", ""),
        port(part(parts, "port")),
        part(parts, "database").map(DatabaseUrl::decoded).orElse(user),
        user,
        part(parts, "password").map(DatabaseUrl::decoded).map(Secret::new),
        sslMode(query),
        Optional.ofNullable(query.get("sslrootcert"))
            .filter(file -> !file.isEmpty() && !file.equals(SYSTEM)));
  }

  private static Optional<String> part(Matcher parts, String name) {
    return Optional.ofNullable(parts.group(name)).filter(part -> !part.isEmpty());
  }

  private static int port(Optional<String> text) {
    int port = text.map(Integer::parseInt).orElse(DEFAULT_PORT);
    if (port < 1 || port > LAST_PORT) {
      throw new IllegalArgumentException("no such port");
    }
    return port;
  }

  /** The parameters that are understood; others would reach the server, which refuses them. */
  private static Map<String, String> query(String text) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      String name = decoded(pair.replaceFirst("=.*", ""));
      String value = decoded(pair.substring(pair.indexOf('=') + 1));
      if (name.equals("sslmode") || name.equals("sslrootcert")) {
        query.put(name, value);
      } else if (!name.isEmpty()) {
        LOG.warn("DATABASE_URL: the parameter '{}' is not used", name);
      }
    }
    return query;
  }

  private static SslMode sslMode(Map<String, String> query) {
    String root = query.getOrDefault("sslrootcert", "");
    boolean system = root.equals(SYSTEM);
    SslMode mode = named(query.getOrDefault("sslmode", system ? "verify-full" : "prefer"));
    if (system && mode != SslMode.VERIFY_FULL) {
      throw fault("sslrootcert=system in DATABASE_URL goes with sslmode=verify-full only");
    }
    return mode == SslMode.REQUIRE && !root.isEmpty() ? SslMode.VERIFY_CA : mode;
  }

  private static SslMode named(String name) {
    try {
      return SslMode.of(name);
    } catch (IllegalArgumentException e) {
      throw fault("sslmode in DATABASE_URL has to be one of " + SSL_MODES);
    }
  }

  /** Percent-decoding; a plus sign is a plus sign here. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
  }

  private static ConfigurationException malformed() {
    return fault(
        "DATABASE_URL has to look like postgresql://user:password@localhost:5432/database;"
            + " in names and passwords, percent-encode what is not a letter or a digit");
  }

  private static ConfigurationException fault(String text) {
    return new ConfigurationException(List.of(text));
  }

  /** The place without who may enter it. */
  @Override
  public String toString() {
    return host + ":" + port + "/" + database;
  }
}
