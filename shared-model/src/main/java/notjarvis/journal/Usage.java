package notjarvis.journal;

/**
 * What a decision cost.
 *
 * @param inputTokens tokens that the model read
 * @param outputTokens tokens that the model wrote, thinking included
 * @param modelCalls requests to a model, repairs included
 */
public record Usage(int inputTokens, int outputTokens, int modelCalls) {
  public static final Usage NONE = new Usage(0, 0, 0);

  public Usage plus(Usage other) {
    return new Usage(
        inputTokens + other.inputTokens,
        outputTokens + other.outputTokens,
        modelCalls + other.modelCalls);
  }
}
