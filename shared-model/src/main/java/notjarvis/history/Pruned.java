package notjarvis.history;

/** How many threads and blobs are no more. */
public record Pruned(int threads, int blobs) {}
