package notjarvis.gateway.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static notjarvis.gateway.auth.Forger.HEAD;
import static notjarvis.gateway.auth.Forger.SECRET;
import static notjarvis.gateway.auth.Forger.base64;
import static notjarvis.gateway.auth.Forger.claims;
import static notjarvis.gateway.auth.Forger.signed;
import static notjarvis.gateway.auth.Forger.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import notjarvis.config.Secret;
import notjarvis.token.TokenMaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tokens are good, and every way to make one that is not. */
final class TokensTest {
  private final TokenMaker maker = TokenMaker.with(new Secret(SECRET));
  private final Tokens tokens = Tokens.signedWith(new Secret(SECRET));

  private static long at(long secondsFromNow) {
    return Instant.now().getEpochSecond() + secondsFromNow;
  }

  private Future<String> owner(String token) {
    return tokens.check(token).map(SignedIn::ownerId);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann", "local", "ann.smith@example.org", "A-1_b"})
  void aTokenThatWasMadeNamesItsOwner(String name) {
    assertThat(owner(maker.make(name, Duration.ofMinutes(1), Instant.now())).result())
        .isEqualTo(name);
  }

  @Test
  void aTokenThatAnotherProgramMadeWithTheSecretIsGood() {
    assertThat(owner(signed(HEAD, claims("ann"))).result()).isEqualTo("ann");
    assertThat(owner(signed("{\"alg\":\"HS256\",\"kid\":\"7\"}", claims("ann"))).result())
        .isEqualTo("ann");
  }

  @ParameterizedTest
  @ValueSource(longs = {3_600, 9_000_000_000_000_000L})
  void aTokenIsGoodUntilItsEndAndForTheDifferenceOfClocks(long seconds) {
    SignedIn who =
        tokens.check(signed(HEAD, claims("\"ann\"", at(seconds), "not-jarvis"))).result();

    assertThat(who.until())
        .isAfter(Instant.ofEpochSecond(at(20)).plusSeconds(3_600))
        .isBefore(Instant.parse("9999-12-31T12:00:00Z"));
  }

  @Test
  void clocksMayBeALittleApart() {
    assertThat(owner(signed(HEAD, claims("\"ann\"", at(-5), "not-jarvis"))).result())
        .isEqualTo("ann");
  }

  static Stream<String> badClaims() {
    return Stream.of(
        claims("\"ann\"", at(-3_600), "not-jarvis"),
        claims("\"ann\"", "null", "not-jarvis"),
        claims("\"ann\"", "\"tomorrow\"", "not-jarvis"),
        claims("\"ann\"", "true", "not-jarvis"),
        claims("\"ann\"", at(60), "another"),
        claims("null", at(60), "not-jarvis"),
        claims("7", at(60), "not-jarvis"),
        claims("[\"ann\"]", at(60), "not-jarvis"),
        claims("\"\"", at(60), "not-jarvis"),
        claims("\"../ann\"", at(60), "not-jarvis"),
        claims("ann").replace("\"iss\":\"not-jarvis\"", "\"iss\":\"another\""),
        claims("ann").replace("\"iss\":\"not-jarvis\",", ""),
        claims("ann").replace(",\"aud\":\"not-jarvis\"", ""),
        claims("ann").replace("\"aud\":\"not-jarvis\"", "\"aud\":7"),
        claims("ann").replace("\"exp\"", "\"xp\""),
        claims("ann").replace("}", ",\"nbf\":" + at(3_600) + "}"),
        claims("ann").replace("}", ",\"iat\":" + at(3_600) + "}"),
        "{}",
        "[]",
        "null",
        "no json");
  }

  @ParameterizedTest
  @MethodSource("badClaims")
  void claimsThatDoNotHoldAreRefusedHoweverWellTheyAreSigned(String claims) {
    assertThat(owner(signed(HEAD, claims)).failed()).isTrue();
  }

  static Stream<String> badHeads() {
    return Stream.of(
        "{\"alg\":\"none\"}",
        "{\"alg\":\"None\"}",
        "{\"alg\":\"hs256\"}",
        "{\"alg\":\"HS512\"}",
        "{\"alg\":\"RS256\"}",
        "{\"alg\":null}",
        "{\"alg\":[\"HS256\"]}",
        "{\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":false}",
        "{}",
        "[]",
        "no json");
  }

  @ParameterizedTest
  @MethodSource("badHeads")
  void aHeadThatIsNotOursIsRefusedHoweverWellItIsSigned(String head) {
    assertThat(owner(signed(head, claims("ann"))).failed()).isTrue();
  }

  static Stream<String> forgeries() throws GeneralSecurityException {
    String honest = signed(HEAD, claims("ann"));
    String signature = honest.substring(honest.lastIndexOf('.') + 1);
    String unsigned = base64("{\"alg\":\"none\"}") + "." + base64(claims("ann"));
    return Stream.of(
        // no signature
        unsigned,
        unsigned + ".",
        unsigned + "." + signature,
        base64(HEAD) + "." + base64(claims("ann")),
        base64(HEAD) + "." + base64(claims("ann")) + ".",
        // a signature of something else, or by somebody else
        base64(HEAD) + "." + base64(claims("eve")) + "." + signature,
        token(
            HEAD,
            claims("ann"),
            "HmacSHA256",
            "another-secret-that-is-long-enough!".getBytes(UTF_8)),
        token("{\"alg\":\"HS512\"}", claims("ann"), "HmacSHA512", SECRET.getBytes(UTF_8)),
        confused(),
        // not a token
        "",
        ".",
        "..",
        "a.b.c",
        honest + ".",
        honest + "." + signature,
        honest.replace('.', ' '),
        honest.substring(0, honest.length() - 4));
  }

  /** Signed with a private key of the attacker's, whose public half is offered along. */
  private static String confused() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2_048);
    KeyPair pair = generator.generateKeyPair();
    String key = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    String signed =
        base64("{\"alg\":\"RS256\",\"x5c\":[\"" + key + "\"]}") + "." + base64(claims("ann"));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(pair.getPrivate());
    signature.update(signed.getBytes(UTF_8));
    return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void aForgeryIsRefused(String token) {
    assertThat(owner(token).failed()).isTrue();
  }
}
