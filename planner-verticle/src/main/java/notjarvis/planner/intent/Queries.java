package notjarvis.planner.intent;

import java.util.List;
import java.util.Set;
import notjarvis.planner.intent.Reference.Kind;
import notjarvis.planner.site.KnownSites;

/** Judges what is to be searched for: what is no query for the web is left to others. */
final class Queries {
  private static final int LONGEST = 300;

  private final KnownSites sites;
  private final Set<String> articles;
  private final Set<String> siteWords;
  private final Set<String> neverFirst;
  private final Set<String> neverAfterSearch;
  private final Set<String> auxiliaries;
  private final Set<String> neverWithin;
  private final Set<String> neverBeforePause;
  private final Set<String> neverLast;
  private final Set<String> ownThings;
  private final Set<String> verbs;
  private final Set<String> objects;

  Queries(Vocabulary vocabulary, KnownSites sites) {
    this.sites = sites;
    articles = vocabulary.set("article");
    siteWords = vocabulary.set("site-word");
    neverFirst = vocabulary.set("never-first-in-a-query");
    neverAfterSearch = vocabulary.set("never-after-a-bare-search");
    auxiliaries = vocabulary.set("auxiliary");
    neverBeforePause = vocabulary.set("never-before-a-pause");
    neverWithin = vocabulary.set("never-in-a-query");
    neverLast = vocabulary.set("never-last-in-a-query");
    ownThings = vocabulary.set("own-thing");
    verbs = vocabulary.set("verb");
    objects = vocabulary.set("object");
  }

  /** "search for …": all that is not obviously something else. */
  List<Wish> search(Sentence query) {
    return isQuery(query) ? List.of(new Wish.Search(query.written())) : List.of();
  }

  /** "the weather in …" and the like: what is asked for comes first. */
  List<Wish> search(String what, Sentence of) {
    return isQuery(of) ? List.of(new Wish.Search(what + of.written())) : List.of();
  }

  /** "search …", which may also be the beginning of a noun. */
  List<Wish> shortSearch(Sentence query) {
    boolean noun = neverAfterSearch.contains(query.key(0)) || isVerb(query) || has(query, "for");
    return noun ? List.of() : search(query);
  }

  /** "google …", which may also be the name of a site. */
  List<Wish> google(Sentence query) {
    boolean site = sites.find("google " + query.written()).isPresent();
    return site || isVerb(query) ? List.of() : search(query);
  }

  /** "google is evil", "search will be better": a statement. */
  private boolean isVerb(Sentence query) {
    return auxiliaries.contains(query.key(0));
  }

  /** "find …": articles say nothing there. */
  List<Wish> find(Sentence query) {
    return search(withoutArticle(query));
  }

  List<Wish> findAndOpen(Sentence query) {
    return find(query).isEmpty()
        ? List.of()
        : List.of(find(query).get(0), new Wish.OpenReferent(Reference.to(Kind.THAT)));
  }

  private Sentence withoutArticle(Sentence query) {
    boolean site = siteWords.contains(query.key(query.size() - 1));
    boolean article = articles.contains(query.key(0)) && (site || !query.key(0).equals("the"));
    return article && query.size() > 1 ? query.from(1) : query;
  }

  private boolean isQuery(Sentence query) {
    return query.written().length() <= LONGEST && (query.isQuoted() || isForTheWeb(query));
  }

  private boolean isForTheWeb(Sentence query) {
    return !neverFirst.contains(query.key(0))
        && !neverLast.contains(query.key(query.size() - 1))
        && query.raw().indexOf('=') < 0
        && query.keyStream().noneMatch(neverWithin::contains)
        && !pointsElsewhere(query)
        && !namesOwnThings(query)
        && !asksForMore(query);
  }

  /** "the code below: …" is not "below 20 dollars". */
  private boolean pointsElsewhere(Sentence query) {
    Word last = query.words().get(query.size() - 1);
    return query.words().stream()
        .filter(word -> neverBeforePause.contains(word.key()))
        .anyMatch(word -> word.equals(last) || word.after() != Word.Pause.NONE);
  }

  /** "my files": what is the person's own is not on the web. */
  private boolean namesOwnThings(Sentence query) {
    return has(query, "my") && query.keyStream().anyMatch(ownThings::contains);
  }

  /** "… and book it": a wish that is not known must not end up in the query. */
  private boolean asksForMore(Sentence query) {
    for (int at = 0; at + 2 < query.size(); at++) {
      boolean joined =
          query.key(at).equals("and") || query.words().get(at).after() != Word.Pause.NONE;
      if (joined && verbs.contains(query.key(at + 1)) && objects.contains(query.key(at + 2))) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(Sentence query, String key) {
    return query.keyStream().anyMatch(key::equals);
  }
}
