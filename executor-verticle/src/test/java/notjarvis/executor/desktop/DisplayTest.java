package notjarvis.executor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {

  @Test
  void withoutAnyDisplayThereIsNone() {
    assertThat(display(Map.of())).isEqualTo(Display.NONE);
    assertThat(display(Map.of("DISPLAY", "", "WAYLAND_DISPLAY", ""))).isEqualTo(Display.NONE);
    assertThat(display(Map.of("XDG_SESSION_TYPE", "wayland"))).isEqualTo(Display.NONE);
  }

  @Test
  void anXServerIsX11() {
    assertThat(display(Map.of("DISPLAY", ":0"))).isEqualTo(Display.X11);
    assertThat(display(Map.of("DISPLAY", ":0", "XDG_SESSION_TYPE", "x11"))).isEqualTo(Display.X11);
  }

  @Test
  void anXServerInsideWaylandIsWayland() {
    assertThat(display(Map.of("WAYLAND_DISPLAY", "wayland-0"))).isEqualTo(Display.WAYLAND);
    assertThat(display(Map.of("DISPLAY", ":0", "WAYLAND_DISPLAY", "wayland-0")))
        .isEqualTo(Display.WAYLAND);
    assertThat(display(Map.of("DISPLAY", ":0", "XDG_SESSION_TYPE", "wayland")))
        .isEqualTo(Display.WAYLAND);
  }

  private static Display display(Map<String, String> environment) {
    return Display.of(new Host("Linux", environment, Path.of("/home/ada")));
  }
}
