package notjarvis.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.pgclient.SslMode;
import java.util.Optional;
import notjarvis.bus.Bus;
import notjarvis.config.ConfigurationException;
import notjarvis.config.Secret;
import notjarvis.config.Settings;
import notjarvis.config.Settings.Pooler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
  @Test
  void everyPartIsRead() {
    // When
    DatabaseUrl url = parse("postgresql://ann:secret@db.example.com:6543/jarvis?sslmode=require");

    // Then
    assertThat(url)
        .isEqualTo(
            new DatabaseUrl(
                "db.example.com",
                6543,
                "jarvis",
                "ann",
                Optional.of(new Secret("secret")),
                SslMode.REQUIRE,
                Optional.empty()));
  }

  @Test
  void whatIsLeftOutIsAsInLibpq() {
    // When
    DatabaseUrl url = parse("postgres://ann@localhost");

    // Then
    assertThat(url)
        .isEqualTo(
            new DatabaseUrl(
                "localhost",
                5432,
                "ann",
                "ann",
                Optional.empty(),
                SslMode.PREFER,
                Optional.empty()));
  }

  @Test
  void namesAndPasswordsArePercentDecodedAndAPlusStays() {
    // When
    DatabaseUrl url = parse("postgresql://a%40b:p%2Fw%3A+%25%C3%A9@localhost/my%20db");

    // Then
    assertThat(url.user()).isEqualTo("a@b");
    assertThat(url.password()).contains(new Secret("p/w:+%é"));
    assertThat(url.database()).isEqualTo("my db");
  }

  @Test
  void hostsMayBeAddressesAndServiceNames() {
    assertThat(parse("postgresql://a:b@[::1]:5433/c").host()).isEqualTo("::1");
    assertThat(parse("postgresql://a:b@my_db/c").host()).isEqualTo("my_db");
  }

  @Test
  void aRootCertificateIsReadAndOtherParametersAreNotPassedOn() {
    // When
    DatabaseUrl url =
        parse(
            "postgresql://a:b@localhost/c?sslmode=verify-full&sslrootcert=%2Fetc%2Fca.pem"
                + "&channel_binding=require");

    // Then
    assertThat(url.sslMode()).isEqualTo(SslMode.VERIFY_FULL);
    assertThat(url.rootCertificate()).contains("/etc/ca.pem");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://a:b@localhost/c",
        "postgresql://localhost/c",
        "postgresql://a:b@one,two/c",
        "postgresql://a:b@localhost:99999/c",
        "postgresql://a:b@localhost:0/c",
        "postgresql://a:%zz@localhost/c",
        "postgresql://a:p@ss@localhost/c",
        "postgresql://a:b@localhost/c/d",
        "nonsense"
      })
  void anAddressOfAnotherShapeIsRefusedWithoutShowingIt(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("DATABASE_URL has to look like")
        .hasMessageNotContaining(text);
  }

  @Test
  void anUnknownSslModeIsRefused() {
    assertThatThrownBy(() -> parse("postgresql://a:b@localhost/c?sslmode=maybe"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "sslmode in DATABASE_URL has to be one of"
                + " disable, allow, prefer, require, verify-ca, verify-full");
  }

  @Test
  void requireWithARootCertificateVerifiesItAsInLibpq() {
    assertThat(parse("postgresql://a:b@c/d?sslmode=require&sslrootcert=ca.pem").sslMode())
        .isEqualTo(SslMode.VERIFY_CA);
    assertThat(parse("postgresql://a:b@c/d?sslmode=require&sslrootcert=").sslMode())
        .isEqualTo(SslMode.REQUIRE);
    assertThat(parse("postgresql://a:b@c/d?sslmode=prefer&sslrootcert=ca.pem").sslMode())
        .isEqualTo(SslMode.PREFER);
  }

  @Test
  void theAuthoritiesOfTheSystemAlwaysVerifyInFull() {
    // When
    DatabaseUrl url = parse("postgresql://a:b@c/d?sslrootcert=system");

    // Then
    assertThat(url.sslMode()).isEqualTo(SslMode.VERIFY_FULL);
    assertThat(url.rootCertificate()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"disable", "prefer", "require", "verify-ca"})
  void theAuthoritiesOfTheSystemAreRefusedWithAWeakerMode(String mode) {
    assertThatThrownBy(() -> parse("postgresql://a:b@c/d?sslrootcert=system&sslmode=" + mode))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("sslrootcert=system in DATABASE_URL goes with sslmode=verify-full only");
  }

  @Test
  void thePasswordIsNeverPrinted() {
    // Given
    DatabaseUrl url = parse("postgresql://ann:secret@localhost/jarvis");

    // When
    String text = new Connections(url, Pooler.OFF, 10) + " " + url;

    // Then
    assertThat(text).contains("localhost:5432/jarvis").doesNotContain("secret", "ann");
  }

  @Test
  void aVerticleWithoutAnAddressSaysWhatToSet() {
    // Given
    Vertx vertx = Vertx.vertx();
    Settings.Persistence settings = new Settings.Persistence(Optional.empty(), Pooler.OFF, 10);

    // When, Then
    try {
      assertThatThrownBy(() -> new PersistenceVerticle(Bus.open(vertx), settings))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageStartingWith("DATABASE_URL has to be set");
    } finally {
      JournalClient.await(vertx.close());
    }
  }

  private static DatabaseUrl parse(String text) {
    return DatabaseUrl.parse(new Secret(text));
  }
}
