package notjarvis.gateway.http;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import notjarvis.config.ConfigurationException;
import notjarvis.config.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Keeps others out while there is no sign-in: the server listens on this machine alone, and a page
 * from elsewhere that runs in the person's browser is refused, also when it has given itself a name
 * that resolves to this machine.
 */
public final class LocalOnly {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|::1", Pattern.CASE_INSENSITIVE);
  private static final Pattern AUTHORITY =
      Pattern.compile("(?<host>[^:\\[\\]]+|\\[[^\\[\\]]+])(:[0-9]{1,5})?");

  private final Set<String> hosts;

  private LocalOnly(Set<String> hosts) {
    this.hosts = hosts;
  }

  /**
   * The guard of a server, which needs none when everybody has to sign in.
   *
   * @throws ConfigurationException when others could reach it, and nobody has to sign in
   */
  public static Optional<LocalOnly> guarding(Settings.Gateway settings) {
    return settings.jwtSecret().isPresent()
        ? Optional.empty()
        : Optional.of(listeningOn(settings.host()));
  }

  /** Whether this machine alone reaches what listens on this host. */
  public static boolean isLocal(String host) {
    return LOOPBACK.matcher(host).matches();
  }

  private static LocalOnly listeningOn(String host) {
    if (!isLocal(host)) {
      throw new ConfigurationException(
          List.of(
              "JARVIS_HOST (or --host) is \""
                  + host
                  + "\", but without a sign-in Not-Jarvis listens on this machine only:"
                  + " set it to 127.0.0.1, or leave it out; to let others in, set"
                  + " JARVIS_JWT_SECRET (openssl rand -base64 48 prints one)"));
    }
    String configured = host.contains(":") ? "[" + host + "]" : lower(host);
    return new LocalOnly(Set.copyOf(List.of("localhost", "127.0.0.1", "[::1]", configured)));
  }

  /** Lets a request pass, or refuses it. */
  public void check(RoutingContext ctx) {
    refusal(ctx.request().headers()).ifPresentOrElse(ctx::fail, ctx::next);
  }

  private Optional<Refusal> refusal(MultiMap headers) {
    List<String> named = headers.getAll("Host");
    if (named.size() != 1 || !isOurs(named.get(0))) {
      return Optional.of(
          Refusal.of(403, "Only localhost is served: use http://localhost and the port."));
    }
    if (!isOurPage(headers.getAll("Origin"), named.get(0))
        || !isOurSite(headers.get("Sec-Fetch-Site"))) {
      return Optional.of(Refusal.of(403, "Pages of other sites may not use this server."));
    }
    return Optional.empty();
  }

  private boolean isOurs(String authority) {
    Matcher parts = AUTHORITY.matcher(authority);
    return parts.matches() && hosts.contains(lower(parts.group("host")));
  }

  /** Programs send no origin, and a page of this server sends the host that it was loaded from. */
  private static boolean isOurPage(List<String> origins, String host) {
    return origins.stream().allMatch(origin -> origin.equalsIgnoreCase("http://" + host));
  }

  private static boolean isOurSite(@Nullable String site) {
    return site == null || site.equals("same-origin") || site.equals("none");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
