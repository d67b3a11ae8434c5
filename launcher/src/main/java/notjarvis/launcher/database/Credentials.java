package notjarvis.launcher.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The two roles and their passwords: the one that owns the server, and the one that we work as. */
final class Credentials {
  /** The superuser, for setting up alone. */
  static final String OWNER = "postgres";

  /** The role of the product; its database has the same name. */
  static final String JARVIS = "jarvis";

  private static final int SECRET_BYTES = 32;

  private final String secret;

  private Credentials(String secret) {
    this.secret = secret;
  }

  /** Reads the secret, or makes one where there is no data yet. */
  static Credentials of(DatabaseHome home) {
    try {
      if (!Files.exists(home.password())) {
        refuseDataWithoutPassword(home);
        DatabaseHome.write(home.password(), newSecret());
      }
      return new Credentials(Files.readString(home.password()).strip());
    } catch (IOException e) {
      throw DatabaseStartException.atFile("read its password " + home.password(), e);
    }
  }

  String owner() {
    return secret;
  }

  /** Made of the secret, which it does not give away. */
  String jarvis() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(JARVIS.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static String newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  private static void refuseDataWithoutPassword(DatabaseHome home) {
    if (Files.exists(home.data())) {
      throw DatabaseStartException.because(
          "The password of the embedded database is gone: there is no " + home.password() + ".",
          "Put the file back, or move " + home.data() + " away to begin anew.");
    }
  }
}
