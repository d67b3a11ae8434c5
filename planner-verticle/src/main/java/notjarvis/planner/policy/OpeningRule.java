package notjarvis.planner.policy;

import com.google.common.net.InternetDomainName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import notjarvis.action.Effect;
import notjarvis.action.Parameter;
import notjarvis.action.ParameterType;
import notjarvis.planner.site.KnownSites;
import notjarvis.web.WebAddress;

/**
 * A web address is opened without asking only if the person's own words ask for opening, and name
 * it: as it is, as a result or an open site of the thread, by the name of its site, or by what
 * people call one of the well-known sites. What a page or a result says can never be a reason. What
 * they speak of as something to leave alone is not even asked for.
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
  public Verdict judge(Proposal proposal, Consent consent) {
    List<Verdict> verdicts =
        addresses(proposal).map(address -> judge(address, consent, proposal)).toList();
    return Stream.of(Verdict.Declined.class, Verdict.Asking.class)
        .flatMap(kind -> verdicts.stream().filter(kind::isInstance))
        .findFirst()
        .orElseGet(Verdict::allowed);
  }

  private static Stream<String> addresses(Proposal proposal) {
    return proposal.spec().parameters().stream()
        .filter(OpeningRule::isAddress)
        .flatMap(parameter -> proposal.text(parameter.name()).stream());
  }

  private Verdict judge(String text, Consent consent, Proposal proposal) {
    WebAddress address;
    try {
      address = WebAddress.parse(text);
    } catch (IllegalArgumentException e) {
      return Verdict.declined("I did not open that. " + e.getMessage());
    }
    if (isDenied(address, consent)) {
      return declined(address, "you spoke of it as something to leave alone");
    }
    if (consent.forbidsOpening()) {
      return declined(address, "you said not to");
    }
    if (!consent.asksForOpening()) {
      return Verdict.asking("You did not ask me to open anything.");
    }
    return isWanted(address, consent, proposal)
        ? Verdict.allowed()
        : Verdict.asking("Nothing you said names this address.");
  }

  private boolean isWanted(WebAddress address, Consent consent, Proposal proposal) {
    return consent.says(address)
        || isNamed(address, consent)
        || consent.calls(address, knownSites)
        || isKnown(address, consent, new KnownAddresses(proposal.thread(), proposal.run()));
  }

  private boolean isKnown(WebAddress address, Consent consent, KnownAddresses known) {
    boolean search = consent.asksForSearch();
    return consent.picks().anyMatch(picks -> known.havePicked(picks, address, search))
        || (consent.leavesChoice(knownSites) && known.have(address));
  }

  private static Verdict declined(WebAddress address, String reason) {
    return Verdict.declined(
        "I did not open %s, because %s. Say \"open %s\" if you want it."
            .formatted(address, reason, address));
  }

  private boolean isDenied(WebAddress address, Consent consent) {
    return consent.deniesHost(address)
        || consent.deniesCalling(address, knownSites)
        || site(address.host()).stream().flatMap(OpeningRule::names).anyMatch(consent::denies);
  }

  private static boolean isNamed(WebAddress address, Consent consent) {
    return address.isBareHttpsOrigin()
        && site(address.host()).filter(site -> isNamed(site, consent)).isPresent();
  }

  private static boolean isNamed(InternetDomainName site, Consent consent) {
    return names(site)
        .filter(name -> name.contains(".") || hasOrdinaryEnding(site))
        .anyMatch(consent::says);
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
