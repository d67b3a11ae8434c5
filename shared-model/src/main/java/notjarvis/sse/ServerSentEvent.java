package notjarvis.sse;

/**
 * One event of a stream.
 *
 * @param id the last id that the stream has named, empty if none
 * @param event its type, {@code message} unless it names one
 * @param data its lines, joined by line feeds; empty when it only moves the id on
 */
public record ServerSentEvent(String id, String event, String data) {}
