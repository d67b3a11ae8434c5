package notjarvis.gateway.auth;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import notjarvis.config.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Makes and checks the tokens by which owners are known: JWT, signed with HMAC-SHA256 and nothing
 * else, good for a time.
 */
public final class Tokens {
  /** What an owner may be called, in words that go on after "has to be". */
  public static final String OWNER_RULE = "1 to 64 characters out of letters, digits and . _ @ -";

  private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
  private static final String ALGORITHM = "HS256";
  private static final String ISSUER = "not-jarvis";
  private static final String AUDIENCE = "not-jarvis";

  /** How far the clocks of two hosts may be apart. */
  private static final Duration SKEW = Duration.ofSeconds(30);

  /** Whoever makes tokens may write any number. */
  private static final long LATEST = Instant.parse("9999-12-31T00:00:00Z").getEpochSecond();

  private final JWTAuth signer;

  private Tokens(JWTAuth signer) {
    this.signer = signer;
  }

  /** Tokens that whoever knows this secret can make. */
  public static Tokens signedWith(Secret secret) {
    byte[] key = secret.value().getBytes(StandardCharsets.UTF_8);
    JWTAuthOptions options =
        new JWTAuthOptions()
            .addPubSecKey(
                new PubSecKeyOptions().setAlgorithm(ALGORITHM).setBuffer(Buffer.buffer(key)))
            .setJWTOptions(claims());
    // the Vert.x instance would be needed to read a file of keys, and for nothing else
    return new Tokens(JWTAuth.create(null, options));
  }

  private static JWTOptions claims() {
    return new JWTOptions()
        .setAlgorithm(ALGORITHM)
        .setIssuer(ISSUER)
        .addAudience(AUDIENCE)
        .setLeeway(Math.toIntExact(SKEW.toSeconds()));
  }

  /** Whether an owner may be called that. */
  public static boolean isOwner(String name) {
    return OWNER.matcher(name).matches();
  }

  /**
   * Makes a token.
   *
   * @param ownerId who it is for
   * @param lifetime from now on, at least a second
   * @throws IllegalArgumentException when there can be no such owner or lifetime
   */
  public String mint(String ownerId, Duration lifetime) {
    if (!isOwner(ownerId)) {
      throw new IllegalArgumentException("an owner has to be " + OWNER_RULE);
    }
    int seconds = Math.toIntExact(lifetime.toSeconds());
    if (seconds < 1) {
      throw new IllegalArgumentException("a token has to be good for a second at least");
    }
    JWTOptions options = claims().setSubject(ownerId).setExpiresInSeconds(seconds);
    return signer.generateToken(new JsonObject(), options);
  }

  /** Whose token this is, and until when; fails, whatever is wrong with it. */
  Future<SignedIn> check(String token) {
    return Future.succeededFuture(token)
        .compose(Tokens::sound)
        .compose(sound -> signer.authenticate(new TokenCredentials(sound)))
        .compose(Tokens::signedIn);
  }

  /** Refuses what the library lets pass: another kind of header than the one that is made here. */
  private static Future<String> sound(String token) {
    String[] parts = token.split("\\.", -1);
    JsonObject head = new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(parts[0])));
    boolean ours =
        parts.length == 3 && ALGORITHM.equals(head.getValue("alg")) && !head.containsKey("crit");
    return ours ? Future.succeededFuture(token) : Future.failedFuture("not a token of this kind");
  }

  private static Future<SignedIn> signedIn(User user) {
    @Nullable Object end = user.attributes().getValue("exp");
    @Nullable Object subject = user.attributes().getValue("sub");
    if (end instanceof Number expires && subject instanceof String name && isOwner(name)) {
      return Future.succeededFuture(new SignedIn(name, lastMoment(expires.longValue())));
    }
    return Future.failedFuture("the token names no owner, or has no end");
  }

  /** As long as another request would be let in. */
  private static Instant lastMoment(long expires) {
    return Instant.ofEpochSecond(Math.min(expires, LATEST)).plus(SKEW);
  }
}
