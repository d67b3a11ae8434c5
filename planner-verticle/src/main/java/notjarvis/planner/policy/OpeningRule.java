package notjarvis.planner.policy;

import com.google.common.net.InternetDomainName;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import notjarvis.action.Effect;
import notjarvis.action.Parameter;
import notjarvis.action.ParameterType;
import notjarvis.action.SearchResult;
import notjarvis.journal.ThreadState;
import notjarvis.planner.intent.KnownSites;
import notjarvis.web.WebAddress;

/**
 * A web address is opened only if the person's own words ask for opening, and name it: as it is, as
 * a result or an open site of the thread, by the name of its site, or by what people call one of
 * the well-known sites. What a page or a result says can never be a reason.
 */
final class OpeningRule implements Rule {
  private static final String PUNYCODE = "xn--";

  /** Only below these is a name alone taken for a site: other endings are cheap to squat. */
  private static final Pattern ORDINARY_ENDING =
      Pattern.compile(
          "[^.]+\\.(com|org|net|edu|gov|io|dev|app|ai|co|((co|com|org|net|ac|gov|edu|or|ne)\\.)?[a-z]{2})");

  private final KnownSites knownSites = new KnownSites();

  @Override
  public boolean concerns(Proposal proposal) {
    return proposal.spec().effect() == Effect.IRREVERSIBLE
        && proposal.spec().parameters().stream().anyMatch(OpeningRule::isAddress);
  }

  private static boolean isAddress(Parameter parameter) {
    return parameter.type() == ParameterType.ADDRESS;
  }

  @Override
  public Verdict judge(Proposal proposal) {
    Wish wish = Wish.of(proposal.goal());
    return addresses(proposal)
        .map(address -> judge(address, wish, proposal))
        .filter(verdict -> verdict.objection().isPresent())
        .findFirst()
        .orElseGet(Verdict::allowed);
  }

  private static Stream<String> addresses(Proposal proposal) {
    return proposal.spec().parameters().stream()
        .filter(OpeningRule::isAddress)
        .flatMap(parameter -> proposal.text(parameter.name()).stream());
  }

  private Verdict judge(String text, Wish wish, Proposal proposal) {
    WebAddress address;
    try {
      address = WebAddress.parse(text);
    } catch (IllegalArgumentException e) {
      return Verdict.declined("I did not open that. " + e.getMessage());
    }
    if (isDenied(address, wish)) {
      return declined(address, "you spoke of it as something to leave alone");
    }
    if (wish.isBareResult() && isResult(address, proposal.thread())) {
      return Verdict.allowed();
    }
    if (!wish.asksForOpening()) {
      return declined(address, "you did not ask me to open anything");
    }
    return wish.says(address)
            || isKnown(address, proposal.thread())
            || isNamed(address, wish)
            || wish.calls(address, knownSites)
        ? Verdict.allowed()
        : declined(address, "nothing you said names it");
  }

  private static Verdict declined(WebAddress address, String reason) {
    return Verdict.declined(
        "I did not open %s, because %s. Say \"open %s\" if you want it."
            .formatted(address, reason, address));
  }

  private boolean isDenied(WebAddress address, Wish wish) {
    return wish.deniesHost(address)
        || wish.deniesCalling(address, knownSites)
        || site(address.host()).stream().flatMap(OpeningRule::names).anyMatch(wish::denies);
  }

  private static boolean isKnown(WebAddress address, ThreadState thread) {
    return isResult(address, thread) || isAmong(thread.opened().stream(), address);
  }

  private static boolean isResult(WebAddress address, ThreadState thread) {
    return isAmong(thread.results().stream().map(SearchResult::url), address);
  }

  private static boolean isAmong(Stream<String> known, WebAddress address) {
    return known.flatMap(each -> SpokenAddress.in(each).stream()).anyMatch(address::equals);
  }

  private static boolean isNamed(WebAddress address, Wish wish) {
    return address.isBareHttpsOrigin()
        && site(address.host()).filter(site -> isNamed(site, wish)).isPresent();
  }

  private static boolean isNamed(InternetDomainName site, Wish wish) {
    return names(site)
        .filter(name -> name.contains(".") || hasOrdinaryEnding(site))
        .anyMatch(wish::says);
  }

  private static Stream<String> names(InternetDomainName site) {
    return Stream.of(site.parts().get(0), site.toString(), "www." + site);
  }

  private static boolean hasOrdinaryEnding(InternetDomainName site) {
    return ORDINARY_ENDING.matcher(site.toString()).matches();
  }

  /**
   * The registrable domain, if the host is that domain itself or its {@code www}. What is handed
   * out below a registrable domain, such as the pages of a code host, counts as a part of that one.
   */
  private static Optional<InternetDomainName> site(String host) {
    if (host.contains(PUNYCODE) || !InternetDomainName.isValid(host)) {
      return Optional.empty();
    }
    InternetDomainName domain = InternetDomainName.from(host);
    if (!domain.isUnderPublicSuffix() || !domain.isUnderRegistrySuffix()) {
      return Optional.empty();
    }
    InternetDomainName site = domain.topPrivateDomain();
    boolean itself = host.equals(site.toString()) || host.equals("www." + site);
    return Optional.of(site).filter(own -> itself && own.isTopDomainUnderRegistrySuffix());
  }
}
