package notjarvis.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import notjarvis.failure.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberTest {
  @Test
  void theFirstAddressIsThisProcess() {
    Cluster cluster = Cluster.of("127.0.0.1:7801, localhost:7802,[::1]:7803");

    assertThat(cluster.self()).isEqualTo(new Member("127.0.0.1", 7801));
    assertThat(cluster.members()).extracting(Member::toString).contains("[::1]:7803");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "localhost|of the form host:port",
        "127.0.0.1:7801,|of the form host:port",
        "127.0.0.1:0|from 1 to 65535",
        "127.0.0.1:65536|from 1 to 65535",
        "192.168.0.1:7801|not on this machine",
        "example.com:7801|not on this machine"
      })
  void anAddressThatCannotBeUsedIsNamed(String addresses, String fault) {
    assertThatThrownBy(() -> Cluster.of(addresses))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + addresses.split(",", 2)[addresses.endsWith(",") ? 1 : 0])
        .hasMessageContaining(fault);
  }

  @Test
  void aPortThatSomebodyHasIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Member member = new Member("127.0.0.1", taken.getLocalPort());

      assertThatThrownBy(member::demandFree)
          .isInstanceOf(Failure.class)
          .hasMessageContaining(member.toString())
          .hasMessageContaining("--cluster");
    }
  }
}
