package notjarvis.config;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads typed values by key and gathers what is wrong with them. */
final class Environment {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private static final Pattern ACTION = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.:-]{0,99}");
  private static final Pattern APART = Pattern.compile("[\\s,]+");

  private final Map<String, String> values;
  private final List<String> faults = new ArrayList<>();

  Environment(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  Optional<String> text(String key) {
    return Optional.ofNullable(values.get(key))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  Optional<Secret> secret(String key) {
    if (!Settings.SECRET_KEYS.contains(key)) {
      throw new IllegalArgumentException(key + " is not listed among the secret keys");
    }
    return text(key).map(Secret::new);
  }

  int number(String key, int otherwise, int least, int most) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, with the range
    }
    faults.add(key + " has to be a whole number from " + least + " to " + most);
    return otherwise;
  }

  /** The name of a thing, which may become a part of an address. */
  String name(String key, String otherwise) {
    Optional<String> text = text(key);
    if (text.isPresent() && !NAME.matcher(text.get()).matches()) {
      faults.add(key + " has to be a name such as " + otherwise);
    }
    return text.filter(name -> NAME.matcher(name).matches()).orElse(otherwise);
  }

  /** The names of actions, apart by commas or spaces. */
  Set<String> actions(String key) {
    Set<String> names = new TreeSet<>();
    for (String name : text(key).map(APART::split).orElse(new String[0])) {
      if (ACTION.matcher(name).matches()) {
        names.add(name);
      } else {
        faults.add(key + " has to be a list of actions such as open_app,take_screenshot");
      }
    }
    return names;
  }

  /**
   * A folder; {@code ~} at the beginning is the person's own, which shells put in but files do not.
   */
  Optional<Path> folder(String key, Path personal) {
    return text(key).flatMap(text -> folder(key, text, personal));
  }

  private Optional<Path> folder(String key, String text, Path personal) {
    try {
      if (text.equals("~") || text.startsWith("~/") || text.startsWith("~" + File.separator)) {
        return Optional.of(personal.resolve(text.substring(Math.min(2, text.length()))));
      }
      if (!text.startsWith("~")) {
        return Optional.of(Path.of(text));
      }
    } catch (InvalidPathException e) {
      // told below
    }
    faults.add(key + " has to be a folder such as /srv/jarvis or ~/jarvis");
    return Optional.empty();
  }

  /** An http or https address that paths can be added to, without the slash at its end. */
  Optional<URI> url(String key) {
    return text(key).flatMap(text -> url(key, text));
  }

  private Optional<URI> url(String key, String text) {
    try {
      URI uri = new URI(text.replaceAll("/+$", ""));
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null) {
        return bare(key, uri);
      }
    } catch (URISyntaxException e) {
      // told below
    }
    faults.add(key + " has to be an http or https address such as http://localhost:8080");
    return Optional.empty();
  }

  /** What stands around the path would be lost when a path is added, a password among it. */
  private Optional<URI> bare(String key, URI uri) {
    if (uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null) {
      return Optional.of(uri);
    }
    faults.add(key + " has to be an address without user name, password, \"?\" and \"#\"");
    return Optional.empty();
  }

  <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    List<String> names = new ArrayList<>();
    for (E each : type.getEnumConstants()) {
      String name = each.name().toLowerCase(Locale.ROOT);
      if (name.equals(text.get().toLowerCase(Locale.ROOT))) {
        return each;
      }
      names.add(name);
    }
    faults.add(key + " has to be one of " + String.join(", ", names));
    return otherwise;
  }

  void fault(String text) {
    faults.add(text);
  }

  List<String> faults() {
    return List.copyOf(faults);
  }
}
