package notjarvis.planner.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import notjarvis.planner.intent.Word.Pause;

/**
 * What the person wrote, or a part of it, as words.
 *
 * @param text the whole text that the words point into
 * @param words the words of this part; a view, for many parts of one text are looked at
 */
record Sentence(String text, List<Word> words) {
  static Sentence of(String text) {
    return new TextReader(text).sentence();
  }

  int size() {
    return words.size();
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  String key(int index) {
    return words.get(index).key();
  }

  Sentence part(int from, int to) {
    return new Sentence(text, words.subList(from, to));
  }

  Sentence from(int from) {
    return part(from, size());
  }

  /** The words as they are compared. */
  Stream<String> keyStream() {
    return words.stream().map(Word::key);
  }

  /** The words as they are compared, a space between each two. */
  String keys() {
    return keyStream().collect(Collectors.joining(" "));
  }

  /** The words as they were written, without the punctuation around them. */
  String written() {
    String inner = text.substring(words.get(0).start(), words.get(size() - 1).end());
    return inner.indexOf('"') < 0 ? inner : raw();
  }

  /** The words as they were written, with all their punctuation. */
  String raw() {
    return text.substring(words.get(0).from(), words.get(size() - 1).to());
  }

  boolean isQuoted() {
    return words.stream().allMatch(Word::quoted);
  }

  /** What each part of "one, two and three" stands for; empty when one of them is not known. */
  <T> List<T> listed(Function<Sentence, Optional<T>> known) {
    List<Sentence> parts = listed();
    List<T> all = parts.stream().flatMap(part -> known.apply(part).stream()).toList();
    return all.size() == parts.size() ? all : List.of();
  }

  private List<Sentence> listed() {
    List<Sentence> parts = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < size(); at++) {
      boolean and = key(at).equals("and");
      if (and || at == size() - 1 || words.get(at).after() != Pause.NONE) {
        parts.add(part(from, and ? at : at + 1));
        from = at + 1;
      }
    }
    parts.removeIf(Sentence::isEmpty);
    return parts;
  }

  /** Whether one sentence ends and another begins within. */
  boolean hasFullStop() {
    return words.subList(0, Math.max(0, size() - 1)).stream()
        .anyMatch(word -> word.after() == Pause.FIRM);
  }
}
