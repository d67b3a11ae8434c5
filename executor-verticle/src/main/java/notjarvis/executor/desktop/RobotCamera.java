package notjarvis.executor.desktop;

import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Robot;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Java's own camera, so that a desktop without any screenshot program has one. It runs in a process
 * of its own: a Java process that has once talked to an X server is ended by Xlib when that server
 * goes away, and a person who logs out must not take the whole server down. It also frees the
 * server to run headless.
 */
final class RobotCamera {
  private RobotCamera() {}

  /** How to take a picture with this class. */
  static Optional<Command> command(Path picture) {
    @Nullable CodeSource source = RobotCamera.class.getProtectionDomain().getCodeSource();
    return Optional.ofNullable(source).map(own -> command(picture, own));
  }

  private static Command command(Path picture, CodeSource source) {
    return Command.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Djava.awt.headless=false",
        // one pixel of the picture for each of the screen, also where Java would scale
        "-Dsun.java2d.uiScale=1",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        folder(source),
        RobotCamera.class.getName(),
        picture.toString());
  }

  private static String folder(CodeSource source) {
    try {
      return Path.of(source.getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("our own code is at no place that can be named", e);
    }
  }

  /** Writes a picture of all screens to the file that is named; any exception is a failure. */
  public static void main(String[] arguments) throws Exception {
    Rectangle everything = new Rectangle();
    GraphicsEnvironment environment = GraphicsEnvironment.getLocalGraphicsEnvironment();
    for (GraphicsDevice device : environment.getScreenDevices()) {
      everything = everything.union(device.getDefaultConfiguration().getBounds());
    }
    ImageIO.write(new Robot().createScreenCapture(everything), "png", new File(arguments[0]));
  }
}
