package notjarvis.executor.desktop;

/** What shows windows on a Linux host. */
enum Display {
  NONE,
  X11,
  WAYLAND;

  /** Under Wayland {@code DISPLAY} is set too, but who asks there sees a black picture. */
  static Display of(Host host) {
    boolean x11 = host.variable("DISPLAY").isPresent();
    if (host.variable("WAYLAND_DISPLAY").isPresent()) {
      return WAYLAND;
    }
    if (!x11) {
      return NONE;
    }
    boolean waylandSession =
        host.variable("XDG_SESSION_TYPE").filter("wayland"::equals).isPresent();
    return waylandSession ? WAYLAND : X11;
  }
}
