package notjarvis.executor.search;

/**
 * One page that a service found, as it said it.
 *
 * @param title may be HTML
 * @param url may be anything
 * @param snippet may be HTML
 */
record Hit(String title, String url, String snippet) {}
