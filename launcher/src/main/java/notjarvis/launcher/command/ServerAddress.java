package notjarvis.launcher.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code --server}: an http or https address, also without its {@code http://}. */
final class ServerAddress implements ITypeConverter<URI> {
  private static final int LARGEST_PORT = 65_535;

  @Override
  public URI convert(String value) {
    String address = value.contains("://") ? value : "http://" + value;
    return parsed(address)
        .filter(ServerAddress::isOfAServer)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "a server's address is like http://localhost:8000 or localhost:8000"));
  }

  private static Optional<URI> parsed(String address) {
    try {
      return Optional.of(new URI(address));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The paths of a server are known, and it asks for no name and password. */
  private static boolean isOfAServer(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    String path = String.valueOf(uri.getRawPath());
    return (scheme.equals("http") || scheme.equals("https"))
        && uri.getHost() != null
        && uri.getPort() <= LARGEST_PORT
        && uri.getPort() != 0
        && (path.isEmpty() || path.equals("/"))
        && uri.getRawUserInfo() == null
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null;
  }
}
