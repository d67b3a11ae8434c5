package notjarvis.testing;

/** A page that the stand-in for the search services knows. */
public record SearchHit(String title, String url, String snippet) {}
