package notjarvis.action;

/**
 * One numbered result of a search. Title and snippet were written by strangers.
 *
 * @param number by which the person and the model name it, from 1
 * @param title untrusted text
 * @param url an http or https address
 * @param snippet untrusted text, may be empty
 */
public record SearchResult(int number, String title, String url, String snippet) {
  public SearchResult withNumber(int other) {
    return new SearchResult(other, title, url, snippet);
  }
}
