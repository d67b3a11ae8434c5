package notjarvis.planner.gemini;

import notjarvis.failure.FailureCode;

/** What can go wrong with the model: whether it may pass, and what the person is told. */
enum Trouble {
  KEY_REFUSED(
      Course.STAYS,
      FailureCode.UNAVAILABLE,
      "Google does not accept my key for the language model. Set GEMINI_API_KEY to a valid key."),
  KEY_NOT_ALLOWED(
      Course.STAYS,
      FailureCode.UNAVAILABLE,
      "My key may not use the language model. Allow it the Gemini API,"
          + " or set GEMINI_API_KEY to another key."),
  MODEL_UNKNOWN(
      Course.STAYS,
      FailureCode.UNAVAILABLE,
      "The language model \"{model}\" does not exist or is closed to my key."
          + " Set GEMINI_MODEL to another one."),
  NOT_OFFERED_HERE(
      Course.STAYS,
      FailureCode.UNAVAILABLE,
      "Google does not offer the language model for free in this region."
          + " Set GEMINI_API_KEY to a key with billing."),
  REQUEST_REFUSED(
      Course.STAYS,
      FailureCode.INTERNAL,
      "The language model \"{model}\" did not accept my request; logs/jarvis.log says why."
          + " Another GEMINI_MODEL may."),
  DAY_IS_USED_UP(
      Course.STAYS,
      FailureCode.UNAVAILABLE,
      "Today's quota for the language model is used up. Try again tomorrow,"
          + " or set GEMINI_API_KEY to a key with a larger one."),
  TOO_MANY_REQUESTS(
      Course.MAY_PASS,
      FailureCode.UNAVAILABLE,
      "The language model is asked too often right now; try again {when}."),
  OVERLOADED(
      Course.MAY_PASS,
      FailureCode.UNAVAILABLE,
      "I cannot reach the language model right now, it is overloaded or down;"
          + " try again {when}."),
  UNREACHABLE(
      Course.MAY_PASS,
      FailureCode.UNAVAILABLE,
      "I cannot reach the language model right now. Check the network; try again {when}."),
  BROKE_OFF(
      Course.MAY_PASS,
      FailureCode.UNAVAILABLE,
      "The language model's answer broke off; try again {when}."),
  STALLED(
      Course.MAY_PASS,
      FailureCode.TIMEOUT,
      "The language model does not answer; try again {when}."),
  SILENT(
      Course.IS_OVER,
      FailureCode.TIMEOUT,
      "The language model did not answer in time; try again {when}."),
  UNWANTED(
      Course.STAYS,
      FailureCode.UNAVAILABLE,
      "I stopped asking the language model, because something else was said."),
  RESTING(
      Course.STAYS,
      FailureCode.UNAVAILABLE,
      "The language model failed several times in a row, so I leave it alone for now;"
          + " I will try it again {when}."),
  NOT_GEMINI(
      Course.STAYS,
      FailureCode.UNAVAILABLE,
      "What answers in place of the language model does not speak its language."
          + " Check GEMINI_BASE_URL."),
  BLOCKED(
      Course.STAYS,
      FailureCode.BAD_REQUEST,
      "The language model declines to answer this. Put it in other words."),
  RECITED(
      Course.STAYS,
      FailureCode.BAD_REQUEST,
      "The language model stopped because it was repeating a published text word for word."
          + " Put it in other words."),
  OUT_OF_ROOM(
      Course.STAYS,
      FailureCode.UNAVAILABLE,
      "The language model ran out of room before it answered. Ask for something smaller."),
  EMPTY(
      Course.STAYS,
      FailureCode.UNAVAILABLE,
      "The language model gave no answer; try again {when}."),
  TOO_LONG(
      Course.STAYS,
      FailureCode.UNAVAILABLE,
      "The language model's answer is too long to be used. Ask for something smaller."),
  NOT_UNDERSTOOD(
      Course.STAYS,
      FailureCode.UNAVAILABLE,
      "The language model answered twice in a way that I cannot use."
          + " Put it in other words, or try again.");

  /** How the trouble goes on. */
  private enum Course {
    /** Asking again brings the same; the service itself is well. */
    STAYS,
    /** The service is unwell; asking again may help. */
    MAY_PASS,
    /** The service is unwell, and there is no time left to ask again. */
    IS_OVER
  }

  private final Course course;
  private final FailureCode code;
  private final String words;

  Trouble(Course course, FailureCode code, String words) {
    this.course = course;
    this.code = code;
    this.words = words;
  }

  /** Whether asking again may help. */
  boolean mayPass() {
    return course == Course.MAY_PASS;
  }

  /** Whether it says that the service is unwell, and not that we or the key are at fault. */
  boolean isOfTheService() {
    return course != Course.STAYS;
  }

  FailureCode code() {
    return code;
  }

  /** The sentence for the person; {@code {model}} and {@code {when}} are to be filled in. */
  String words() {
    return words;
  }
}
