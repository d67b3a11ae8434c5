package notjarvis.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** A certificate for localhost that vouches for itself, made with the JDK's own tool. */
record Certificate(Path chain, Path key) {
  private static final String PASSWORD = "changeit";

  static Certificate create(Path folder, String name)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = folder.resolve(name + ".p12");
    Process keytool = new ProcessBuilder(command(store)).inheritIO().start();
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException("keytool failed");
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(store)) {
      keys.load(file, PASSWORD.toCharArray());
    }
    byte[] certificate = keys.getCertificate("localhost").getEncoded();
    byte[] key = keys.getKey("localhost", PASSWORD.toCharArray()).getEncoded();
    return new Certificate(
        pem(folder.resolve(name + ".crt"), "CERTIFICATE", certificate),
        pem(folder.resolve(name + ".key"), "PRIVATE KEY", key));
  }

  private static List<String> command(Path store) {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    return List.of(
        keytool.toString(),
        "-genkeypair",
        "-alias",
        "localhost",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost,ip:127.0.0.1",
        "-storetype",
        "PKCS12",
        "-keystore",
        store.toString(),
        "-storepass",
        PASSWORD);
  }

  private static Path pem(Path file, String what, byte[] content) throws IOException {
    String text = Base64.getMimeEncoder().encodeToString(content);
    Files.writeString(
        file, "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, text));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
