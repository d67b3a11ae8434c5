package notjarvis.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is settled about actions in the configuration. */
class ActionSettingsTest {
  @Test
  void whatIsSettledOfActionsIsReadByTheirNames() {
    Settings.Planner planner =
        Settings.read(
                Map.of(
                    "JARVIS_ALLOW", "take_screenshot",
                    "JARVIS_ASK", "open_app, open",
                    "JARVIS_DENY", "wipe_disk  format_disk,",
                    "JARVIS_APPROVAL_HOURS", "2"))
            .planner();

    assertThat(planner.actions())
        .isEqualTo(
            new Settings.Actions(
                Set.of("take_screenshot"),
                Set.of("open_app", "open"),
                Set.of("wipe_disk", "format_disk")));
    assertThat(planner.approvalWait()).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void anActionThatIsSettledInTwoWaysIsRefused() {
    assertThatThrownBy(
            () -> Settings.read(Map.of("JARVIS_ALLOW", "open_app", "JARVIS_DENY", "open_app")))
        .hasMessage("\"open_app\" stands in JARVIS_ALLOW and in JARVIS_DENY: keep one");
    assertThatThrownBy(() -> Settings.read(Map.of("JARVIS_ASK", "open_app=yes")))
        .hasMessage("JARVIS_ASK has to be a list of actions such as open_app,take_screenshot");
  }
}
