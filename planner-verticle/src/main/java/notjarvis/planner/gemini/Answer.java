package notjarvis.planner.gemini;

/**
 * All that the model wrote in one answer.
 *
 * @param cutShort whether it would have gone on had there been more room
 */
record Answer(String text, boolean cutShort) {}
