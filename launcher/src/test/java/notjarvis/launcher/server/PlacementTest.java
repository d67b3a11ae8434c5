package notjarvis.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import notjarvis.config.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementTest {
  private static final String HERE = "127.0.0.1:7801";

  @Test
  void whereNothingIsSaidAllRolesAreHereAndAlone() {
    Placement placement = Placement.read(Map.of(Placement.ROLES, " "));

    assertThat(placement.roles()).containsExactly(Role.values());
    assertThat(placement.isAlone()).isTrue();
    assertThat(Placement.isNamedIn(Map.of(Placement.ROLES, " "))).isFalse();
  }

  @Test
  void someRolesOfAClusterAreNamed() {
    Map<String, String> values =
        Map.of(Placement.ROLES, "executor, Gateway", Placement.CLUSTER, HERE);

    Placement placement = Placement.read(values);

    assertThat(placement.roles()).containsExactly(Role.GATEWAY, Role.EXECUTOR);
    assertThat(placement.cluster()).isPresent();
    assertThat(Placement.isNamedIn(values)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gateway,butler|" + HERE + "|\"butler\" is no role: gateway, planner",
        "gateway,|" + HERE + "|\"\" is no role",
        "gateway,planner|''|leaves out executor, persistence",
        "gateway|nowhere|JARVIS_CLUSTER (or --cluster): \"nowhere\"",
      })
  void whatCannotBeUsedIsNamed(String roles, String cluster, String fault) {
    Map<String, String> values = Map.of(Placement.ROLES, roles, Placement.CLUSTER, cluster);

    assertThatThrownBy(() -> Placement.read(values))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(fault);
  }

  @Test
  void allFaultsAreToldAtOnce() {
    Map<String, String> values = Map.of(Placement.ROLES, "butler", Placement.CLUSTER, "nowhere");

    assertThatThrownBy(() -> Placement.read(values))
        .hasMessageContaining("butler")
        .hasMessageContaining("nowhere");
  }
}
