package notjarvis.executor.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {
  @TempDir private Path folder;

  @Test
  void aPictureOfOneColourShowsNothing() throws Exception {
    assertThat(Picture.showsSomething(write(new BufferedImage(640, 480, 1)))).isFalse();
  }

  @Test
  void aPictureWithABarAtItsEdgeShowsSomething() throws Exception {
    BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 640; x++) {
      for (int y = 475; y < 480; y++) {
        image.setRGB(x, y, 0x00FF00);
      }
    }

    assertThat(Picture.showsSomething(write(image))).isTrue();
  }

  @Test
  void whatIsNoPngPictureIsAnError() throws Exception {
    Path text = Files.writeString(folder.resolve("text.png"), "not a picture");
    Path empty = Files.createFile(folder.resolve("empty.png"));

    assertThatThrownBy(() -> Picture.showsSomething(text)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Picture.showsSomething(empty)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Picture.showsSomething(folder.resolve("none.png")))
        .isInstanceOf(IOException.class);
  }

  private Path write(BufferedImage image) throws IOException {
    Path file = folder.resolve("picture.png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }
}
