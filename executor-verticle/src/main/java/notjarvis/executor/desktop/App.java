package notjarvis.executor.desktop;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * An application that this computer knows.
 *
 * @param id by which the system starts it
 * @param name as the menu shows it
 * @param aliases other names that people may use for it
 */
record App(String id, String name, List<String> aliases) {
  App {
    aliases = List.copyOf(aliases);
  }

  Stream<String> names() {
    return Stream.concat(Stream.of(name), aliases.stream());
  }

  Stream<String> words() {
    return names().flatMap(App::wordsOf);
  }

  static Stream<String> wordsOf(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty());
  }
}
