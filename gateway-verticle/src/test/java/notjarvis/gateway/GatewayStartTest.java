package notjarvis.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import notjarvis.config.ConfigurationException;
import notjarvis.config.Secret;
import notjarvis.config.Settings;
import notjarvis.failure.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the gateway starts, and where it says what to set instead. */
@Timeout(30)
final class GatewayStartTest {
  private final RunningGateway other = RunningGateway.start();

  @AfterEach
  void close() {
    other.close();
  }

  @Test
  void aTakenPortIsNamedWithWhatToSet() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> start("127.0.0.1", taken.getLocalPort()))
          .hasCauseInstanceOf(Failure.class)
          .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
          .hasMessageContaining("set PORT or --port to another one");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0.0.0.0", "::", "192.168.1.2", "example.org", "localhost.evil.example", ""})
  void anAddressThatOthersCouldReachIsRefused(String host) {
    assertThatThrownBy(() -> start(host, 0))
        .hasCauseInstanceOf(ConfigurationException.class)
        .hasMessageContaining("JARVIS_HOST")
        .hasMessageContaining("set it to 127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST", "127.1.2.3"})
  void thisMachineIsListenedOnAtAPortOfItsOwn(String host) {
    assertThat(start(host, 0).port()).isPositive().isNotEqualTo(other.port);
  }

  @Test
  void whereOwnersSignInAnyAddressMayBeListenedOn() {
    GatewayVerticle verticle =
        verticle("::1", 0, Optional.of(new Secret("0123456789abcdef0123456789abcdef")));

    Waiting.on(other.vertx.deployVerticle(verticle));

    assertThat(verticle.port()).isPositive();
  }

  @Test
  void thereIsNoPortBeforeTheStart() {
    assertThatThrownBy(() -> verticle("127.0.0.1", 0).port())
        .isInstanceOf(IllegalStateException.class);
  }

  private GatewayVerticle start(String host, int port) {
    GatewayVerticle verticle = verticle(host, port);
    Waiting.on(other.vertx.deployVerticle(verticle));
    return verticle;
  }

  private GatewayVerticle verticle(String host, int port) {
    return verticle(host, port, Optional.empty());
  }

  private GatewayVerticle verticle(String host, int port, Optional<Secret> secret) {
    return new GatewayVerticle(
        other.bus,
        new Settings.Gateway(host, port, 1_000, 1_024, secret),
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
        "another");
  }
}
