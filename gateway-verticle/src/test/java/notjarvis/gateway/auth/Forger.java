package notjarvis.gateway.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens of any kind, as an attacker would. */
public final class Forger {
  public static final String SECRET = "an-honest-secret-of-more-than-32-bytes";

  /** What an honest token says of itself. */
  public static final String HEAD = "{\"typ\":\"JWT\",\"alg\":\"HS256\"}";

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private Forger() {}

  /** What an honest token of this owner claims. */
  public static String claims(String owner) {
    return claims("\"" + owner + "\"", Instant.now().getEpochSecond() + 60, "not-jarvis");
  }

  public static String claims(String subject, Object expires, String audience) {
    return "{\"sub\":%s,\"exp\":%s,\"iss\":\"not-jarvis\",\"aud\":\"%s\"}"
        .formatted(subject, expires, audience);
  }

  public static String token(String head, String claims, String algorithm, byte[] key) {
    String signed = base64(head) + "." + base64(claims);
    return signed + "." + BASE64.encodeToString(mac(algorithm, key, signed));
  }

  /** A token that is signed as it should be, whatever it says. */
  public static String signed(String head, String claims) {
    return token(head, claims, "HmacSHA256", SECRET.getBytes(UTF_8));
  }

  public static String base64(String text) {
    return BASE64.encodeToString(text.getBytes(UTF_8));
  }

  private static byte[] mac(String algorithm, byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
