package notjarvis.executor.desktop;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What menus depend on: who shows them, and in which language.
 *
 * @param desktops the names of the desktop, such as {@code GNOME}
 * @param locales as {@code .desktop} files name them, from exact to vague, such as {@code de_AT}
 *     and {@code de}
 */
record Session(Set<String> desktops, List<String> locales) {
  private static final Pattern LOCALE = Pattern.compile("([^_.@]+)(_[^.@]+)?(?:\\.[^@]*)?(@.+)?");

  Session {
    desktops = Set.copyOf(desktops);
    locales = List.copyOf(locales);
  }

  static Session of(Host host) {
    Stream<String> desktops =
        host.variable("XDG_CURRENT_DESKTOP").stream().flatMap(names -> Stream.of(names.split(":")));
    return new Session(
        desktops.filter(name -> !name.isEmpty()).collect(Collectors.toSet()), locales(host));
  }

  private static List<String> locales(Host host) {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .flatMap(variable -> host.variable(variable).stream())
        .findFirst()
        .map(LOCALE::matcher)
        .filter(Matcher::matches)
        .map(Session::locales)
        .orElse(List.of());
  }

  private static List<String> locales(Matcher locale) {
    String language = locale.group(1);
    String country = orEmpty(locale.group(2));
    String modifier = orEmpty(locale.group(3));
    return Stream.of(
            language + country + modifier, language + country, language + modifier, language)
        .distinct()
        .toList();
  }

  private static String orEmpty(@Nullable String group) {
    return group == null ? "" : group;
  }
}
