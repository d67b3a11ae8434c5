package notjarvis.bus;

/**
 * A publish-subscribe address: everyone who listens gets each event once.
 *
 * @param address the event-bus address
 * @param event the type of what is published
 */
public record Topic<E>(String address, Class<E> event) {}
