package notjarvis.executor.desktop;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a {@code .desktop} file says of an application, as far as it matters here. Its {@code Exec}
 * line does not: to expand that is the launcher's work.
 *
 * @param keys of its main group; a translation has its locale in brackets
 */
record DesktopEntry(Map<String, String> keys) {
  private static final String MAIN_GROUP = "[Desktop Entry]";

  DesktopEntry {
    keys = Map.copyOf(keys);
  }

  static DesktopEntry parse(String text) {
    Map<String, String> keys = new HashMap<>();
    boolean inMainGroup = false;
    for (String line : text.lines().map(String::strip).toList()) {
      int equals = line.indexOf('=');
      if (line.startsWith("[")) {
        inMainGroup = line.equals(MAIN_GROUP);
      } else if (inMainGroup && equals > 0 && !line.startsWith("#")) {
        keys.putIfAbsent(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      }
    }
    return new DesktopEntry(keys);
  }

  /** Whether the menu of this session shows it. */
  boolean isShownIn(Session session) {
    return "Application".equals(keys.get("Type"))
        && !isTrue("NoDisplay")
        && !isTrue("Hidden")
        && isMeantFor(session)
        && name().isPresent();
  }

  private boolean isMeantFor(Session session) {
    boolean only = !keys.containsKey("OnlyShowIn") || names("OnlyShowIn", session);
    return only && !names("NotShowIn", session);
  }

  private boolean names(String key, Session session) {
    return Stream.of(keys.getOrDefault(key, "").split(";"))
        .map(String::strip)
        .anyMatch(session.desktops()::contains);
  }

  private boolean isTrue(String key) {
    return "true".equals(keys.get(key));
  }

  Optional<String> name() {
    return text("Name");
  }

  /** The program without which it does not work. */
  Optional<String> tryExec() {
    return text("TryExec");
  }

  /** As the menu of this session shows it, if it differs from what programs call it. */
  private Optional<String> translatedName(Session session) {
    return session.locales().stream()
        .flatMap(locale -> text("Name[" + locale + "]").stream())
        .findFirst();
  }

  /** The application under this desktop file id, which ends in {@code .desktop}. */
  App app(String id, Session session) {
    String bare = id.substring(0, id.length() - DesktopFiles.SUFFIX.length());
    Set<String> aliases = new LinkedHashSet<>();
    aliases.add(bare);
    aliases.add(bare.substring(bare.lastIndexOf('.') + 1));
    translatedName(session).ifPresent(aliases::add);
    text("GenericName").ifPresent(aliases::add);
    return new App(bare, name().orElse(bare), aliases.stream().toList());
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable(keys.get(key))
        .map(value -> value.replaceAll("\\\\[sntr]|\\p{Cc}", " ").strip())
        .filter(value -> !value.isEmpty());
  }
}
