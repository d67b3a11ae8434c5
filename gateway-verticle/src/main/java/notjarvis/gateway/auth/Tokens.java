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
import notjarvis.config.Secret;
import notjarvis.token.TokenMaker;
import org.jspecify.annotations.Nullable;

/**
 * Checks the tokens by which owners are known: JWT, signed with HMAC-SHA256 and nothing else, good
 * for a time.
 */
final class Tokens {
  private static final String ALGORITHM = "HS256";

  /** How far the clocks of two hosts may be apart. */
  private static final Duration SKEW = Duration.ofSeconds(30);

  /** Whoever makes tokens may write any number. */
  private static final long LATEST = Instant.parse("9999-12-31T00:00:00Z").getEpochSecond();

  private final JWTAuth checker;

  private Tokens(JWTAuth checker) {
    this.checker = checker;
  }

  /** Tokens that whoever knows this secret can make. */
  static Tokens signedWith(Secret secret) {
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
        .setIssuer(TokenMaker.ISSUER)
        .addAudience(TokenMaker.ISSUER)
        .setLeeway(Math.toIntExact(SKEW.toSeconds()));
  }

  /** Whose token this is, and until when; fails, whatever is wrong with it. */
  Future<SignedIn> check(String token) {
    return Future.succeededFuture(token)
        .compose(Tokens::sound)
        .compose(sound -> checker.authenticate(new TokenCredentials(sound)))
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
    if (end instanceof Number expires
        && subject instanceof String name
        && TokenMaker.isUser(name)) {
      return Future.succeededFuture(new SignedIn(name, lastMoment(expires.longValue())));
    }
    return Future.failedFuture("the token names no owner, or has no end");
  }

  /** As long as another request would be let in. */
  private static Instant lastMoment(long expires) {
    return Instant.ofEpochSecond(Math.min(expires, LATEST)).plus(SKEW);
  }
}
