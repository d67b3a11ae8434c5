package notjarvis.planner.gemini;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** A number of characters that texts can take up, the newest first. */
final class Room {
  private int left;

  Room(int characters) {
    this.left = characters;
  }

  /** Whether the text fits; if so, it takes up its part. */
  boolean takes(String text) {
    boolean fits = text.length() < left;
    left -= fits ? text.length() + 1 : 0;
    return fits;
  }

  /**
   * The newest of these that fit, in their order.
   *
   * @param forms the texts for one of them, the longest first: the first that fits is taken
   */
  <T> List<String> newest(List<T> all, Function<T, List<String>> forms) {
    List<String> newestFirst = new ArrayList<>();
    for (int at = all.size() - 1; at >= 0; at--) {
      List<String> fitting =
          forms.apply(all.get(at)).stream().filter(this::takes).limit(1).toList();
      if (fitting.isEmpty()) {
        break;
      }
      newestFirst.addAll(fitting);
    }
    Collections.reverse(newestFirst);
    return newestFirst;
  }
}
