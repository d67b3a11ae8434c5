package notjarvis.run;

import java.util.UUID;

/**
 * A piece of a message while the brain writes it, told to whoever follows the run just then. The
 * same words come again, whole, with the checkpoint of their step.
 *
 * @param messageId {@code run:step}
 * @param offset how many characters of the message came before; 0 starts it anew
 */
public record LiveWords(UUID runId, String messageId, int offset, String text) {}
