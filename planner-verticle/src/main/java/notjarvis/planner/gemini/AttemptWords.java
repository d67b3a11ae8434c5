package notjarvis.planner.gemini;

import notjarvis.planner.brain.Words;

/** What the person hears of one decision: each attempt begins anew what the one before has said. */
final class AttemptWords {
  private final Words words;
  private boolean begun;

  AttemptWords(Words words) {
    this.words = words;
  }

  /** Listens to the next attempt. */
  SpokenMessage attempt() {
    if (begun) {
      begun = false;
      words.restart();
    }
    return new SpokenMessage(this::say);
  }

  private void say(String text) {
    begun = true;
    words.append(text);
  }
}
