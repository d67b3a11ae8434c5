package notjarvis.planner.intent;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import notjarvis.planner.intent.Wish.OpenAddress;
import notjarvis.planner.resource.Lines;
import notjarvis.planner.site.KnownSites;
import notjarvis.planner.site.Site;
import org.jspecify.annotations.Nullable;

/** Judges what is to be opened: an address, a site, an app, or nothing that could be opened. */
final class Targets {
  private static final int LONGEST_NAME = 4;
  private static final int LONGEST_SITE_NAME = 7;
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} .+'&_-]{0,60}");
  private static final Pattern HOST =
      Pattern.compile("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)+([:/].*)?");
  private static final Pattern PATH =
      Pattern.compile("[^\\p{Cntrl}]{0,200}[./~\\\\][^\\p{Cntrl}]{1,200}");

  private final KnownSites sites;
  private final Addresses addresses;
  private final Set<String> articles;
  private final Set<String> apps;
  private final Set<String> neverInName;
  private final Set<String> fileEndings;

  Targets(Vocabulary vocabulary, KnownSites sites) {
    this.sites = sites;
    addresses = new Addresses(vocabulary);
    articles = vocabulary.set("article");
    apps = Set.copyOf(Lines.of("/intents/known-apps.txt"));
    neverInName = vocabulary.set("never-in-a-name");
    fileEndings = vocabulary.set("file-ending");
  }

  /** "open …": an address, a site, an app, or a name that may be either. */
  List<Wish> open(Sentence target) {
    List<Wish> sure = each(target, this::sure);
    if (!sure.isEmpty()) {
      return sure;
    }
    return isName(target) ? List.of(new Wish.OpenNamed(target.written())) : List.of();
  }

  /** Whether every part of this is an address, a known site or a known app. */
  boolean isSure(Sentence target) {
    return !each(target, this::sure).isEmpty();
  }

  /** "go to …": an address or a site, for apps are nowhere to go to. */
  List<Wish> visit(Sentence target) {
    return each(target, this::certain);
  }

  /** "open the … website". */
  List<Wish> site(Sentence named) {
    Sentence name = withoutArticle(named);
    Optional<Wish> certain = certain(name);
    if (certain.isPresent()) {
      return List.of(certain.get());
    }
    return isSiteName(name) ? List.of(new Wish.OpenSite(owner(name))) : List.of();
  }

  /** "open the … app". */
  List<Wish> app(Sentence named) {
    Sentence name = withoutArticle(named);
    return isName(name) ? List.of(new Wish.Launch(name.written(), null)) : List.of();
  }

  /** "launch …": an app, unless it is an address. */
  List<Wish> launch(Sentence target) {
    Optional<Wish> address = address(target);
    if (address.isPresent()) {
      return List.of(address.get());
    }
    boolean app = isKnownApp(target);
    Sentence name = app ? withoutArticle(target) : target;
    Wish launch = new Wish.Launch(name.written(), app ? null : known(name));
    return app || isName(name) ? List.of(launch) : List.of();
  }

  /** "start …": only what is surely an app, for much else can be started. */
  List<Wish> start(Sentence target) {
    boolean sure = isKnownApp(target) || known(target) != null;
    return sure ? launch(target) : List.of();
  }

  List<Wish> screenshot(Optional<Sentence> path) {
    if (path.isEmpty()) {
      return List.of(new Wish.Screenshot(null));
    }
    String file = path.get().written().replace("\"", "");
    boolean one = path.get().size() == 1 || path.get().isQuoted();
    return one && PATH.matcher(file).matches() ? List.of(new Wish.Screenshot(file)) : List.of();
  }

  private Optional<Wish> certain(Sentence target) {
    return address(target).or(() -> Optional.ofNullable(known(target)));
  }

  private Optional<Wish> sure(Sentence target) {
    return certain(target)
        .or(() -> isKnownApp(target) ? launch(target).stream().findFirst() : Optional.empty());
  }

  private Optional<Wish> address(Sentence target) {
    if (target.size() > 1) {
      return Optional.empty();
    }
    String text = target.written();
    return addresses
        .read(text)
        .<Wish>map(address -> new OpenAddress(null, address))
        .or(() -> addresses.fault(text).map(Wish.Impossible::new));
  }

  private @Nullable OpenAddress known(Sentence name) {
    Site site = sites.find(name.keys()).orElse(null);
    return site == null ? null : new OpenAddress(site.name(), site.address());
  }

  /** One thing, or "github and the calculator" if each of them is known. */
  private static List<Wish> each(Sentence target, Function<Sentence, Optional<Wish>> known) {
    return known.apply(target).map(List::of).orElseGet(() -> target.listed(known));
  }

  private boolean isKnownApp(Sentence target) {
    return apps.contains(withoutArticle(target).keys());
  }

  /** A name is short and no clause; "the …" is more often a thing than a name. */
  private boolean isName(Sentence name) {
    return name.size() <= LONGEST_NAME
        && name.keyStream().noneMatch(neverInName::contains)
        && looksLikeName(name);
  }

  /** Whose website it is may be said at more length, as in "University of the Arts". */
  private boolean isSiteName(Sentence name) {
    return name.size() <= LONGEST_SITE_NAME
        && name.keyStream().noneMatch(key -> !key.equals("of") && neverInName.contains(key))
        && looksLikeName(name);
  }

  /** What has the shape of a host or a file is never tried as an app nor told to a search. */
  private boolean looksLikeName(Sentence name) {
    String written = name.written();
    String ending = written.substring(written.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !articles.contains(name.key(0))
        && NAME.matcher(written).matches()
        && !HOST.matcher(written).matches()
        && written.chars().anyMatch(Character::isLetter)
        && !(written.indexOf('.') > 0 && fileEndings.contains(ending));
  }

  private Sentence withoutArticle(Sentence name) {
    return name.size() > 1 && articles.contains(name.key(0)) ? name.from(1) : name;
  }

  private static String owner(Sentence name) {
    return name.written().replaceFirst("(?i)'s$", "");
  }
}
