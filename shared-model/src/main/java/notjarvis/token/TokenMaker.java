package notjarvis.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import notjarvis.config.ConfigurationException;
import notjarvis.config.Secret;
import notjarvis.json.Json;

/** Makes tokens (JWT, HMAC-SHA256) that a server with the same secret takes. */
public final class TokenMaker {
  /** Who issues tokens, and whom they are for. */
  public static final String ISSUER = "not-jarvis";

  /** What a user may be called, in words that go on after "has". */
  public static final String USER_RULE = "1 to 64 characters out of letters, digits and . _ @ -";

  private static final Pattern USER = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
  private static final String KEY = "JARVIS_JWT_SECRET";
  private static final int LEAST_BYTES = 32;
  private static final String HMAC = "HmacSHA256";
  private static final Map<String, Object> HEAD =
      new TreeMap<>(Map.of("alg", "HS256", "typ", "JWT"));
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final Secret secret;

  private TokenMaker(Secret secret) {
    this.secret = secret;
  }

  /**
   * A maker of tokens by this secret.
   *
   * @throws ConfigurationException when it could be guessed
   */
  public static TokenMaker with(Secret secret) {
    if (secret.value().getBytes(StandardCharsets.UTF_8).length < LEAST_BYTES) {
      throw new ConfigurationException(
          List.of(KEY + " has to be at least " + LEAST_BYTES + " bytes long"));
    }
    return new TokenMaker(secret);
  }

  /** Whether a user may be called that. */
  public static boolean isUser(String name) {
    return USER.matcher(name).matches();
  }

  /**
   * A token for this user.
   *
   * @param lifetime at least a second
   * @throws IllegalArgumentException when there can be no such user or lifetime
   */
  public String make(String user, Duration lifetime, Instant now) {
    if (!isUser(user)) {
      throw new IllegalArgumentException("a user's name has " + USER_RULE);
    }
    if (lifetime.toSeconds() < 1) {
      throw new IllegalArgumentException("a token has to be good for a second at least");
    }
    Map<String, Object> claims =
        new TreeMap<>(
            Map.of(
                "sub", user,
                "iss", ISSUER,
                "aud", List.of(ISSUER),
                "iat", now.getEpochSecond(),
                "exp", now.plus(lifetime).getEpochSecond()));
    String signed = part(HEAD) + "." + part(claims);
    return signed + "." + BASE64.encodeToString(signature(signed));
  }

  private static String part(Map<String, Object> content) {
    return BASE64.encodeToString(Json.writeBytes(content));
  }

  private byte[] signature(String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), HMAC));
      return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }
}
