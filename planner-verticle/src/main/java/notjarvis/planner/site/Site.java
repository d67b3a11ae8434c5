package notjarvis.planner.site;

/**
 * A well-known website.
 *
 * @param name as it is written
 * @param address an https address
 */
public record Site(String name, String address) {}
