package notjarvis.executor.desktop;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** Looks at what a camera took. */
final class Picture {
  /** Every fourth pixel of every fourth row tells enough, and takes a sixteenth of the memory. */
  private static final int STRIDE = 4;

  private Picture() {}

  /**
   * Whether the PNG file shows anything. A camera that may not see the screen does not fail: its
   * picture is black all over.
   *
   * @throws IOException when the file is not a PNG picture
   */
  static boolean showsSomething(Path file) throws IOException {
    BufferedImage image = read(file);
    int first = image.getRGB(0, 0);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getRGB(x, y) != first) {
          return true;
        }
      }
    }
    return false;
  }

  private static BufferedImage read(Path file) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (ImageInputStream input = new FileImageInputStream(file.toFile())) {
      reader.setInput(input);
      ImageReadParam sparsely = reader.getDefaultReadParam();
      sparsely.setSourceSubsampling(STRIDE, STRIDE, 0, 0);
      return reader.read(0, sparsely);
    } finally {
      reader.dispose();
    }
  }
}
