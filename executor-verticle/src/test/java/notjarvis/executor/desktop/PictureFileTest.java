package notjarvis.executor.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import notjarvis.failure.Failure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFileTest {
  private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-23T14:05:09");

  @TempDir private Path folder;
  private Path picture;

  @BeforeEach
  void takePicture() throws Exception {
    picture = Files.writeString(folder.resolve("taken"), "pixels");
  }

  @Test
  void aFullPathAndAPathBelowHomeAreTaken() {
    assertThat(PictureFile.chosen(folder + "/a b.PNG", Path.of("/nowhere")).path())
        .isEqualTo(folder.resolve("a b.PNG"));
    assertThat(PictureFile.chosen("~/a.png", folder).path()).isEqualTo(folder.resolve("a.png"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.png",
        "./a.png",
        "~a.png",
        "~/../a.png",
        "~/x/../a.png",
        "~//../a.png",
        "~/./a.png",
        "../a.png",
        "-o.png",
        "//server/share/a.png",
        "\\\\server\\share\\a.png",
        "~/a\n.png",
        "~/a\u0000.png",
        "~/a.jpg",
        "~/a.png/",
        "~/a.png.sh",
        "~/",
        "~/none/a.png",
        "~/taken/a.png",
      })
  void anyOtherPlaceIsRefused(String text) {
    assertThatThrownBy(() -> PictureFile.chosen(text, folder)).isInstanceOf(Failure.class);
  }

  @Test
  void aPathOfTooManyCharactersIsRefused() {
    assertThatThrownBy(() -> PictureFile.chosen("~/" + "x".repeat(1_000) + ".png", folder))
        .isInstanceOf(Failure.class);
  }

  @Test
  void whatExistsIsNotOverwritten() throws Exception {
    Files.writeString(folder.resolve("a.png"), "precious");
    Files.createSymbolicLink(folder.resolve("b.png"), folder.resolve("nowhere"));

    assertThatThrownBy(() -> PictureFile.chosen("~/a.png", folder))
        .hasMessage(folder.resolve("a.png") + " exists already; nothing is overwritten.");
    assertThatThrownBy(() -> PictureFile.chosen("~/b.png", folder)).isInstanceOf(Failure.class);
  }

  @Test
  void whatAppearsMeanwhileIsNotOverwrittenEither() throws Exception {
    PictureFile file = PictureFile.chosen("~/a.png", folder);
    Files.writeString(file.path(), "precious");

    assertThatThrownBy(() -> file.keep(picture)).isInstanceOf(FileAlreadyExistsException.class);

    assertThat(file.path()).hasContent("precious");
    assertThat(names(folder)).containsExactly("a.png", "taken");
  }

  @Test
  void aPictureIsKeptWholeAndForItsOwnerAlone() throws Exception {
    PictureFile file = PictureFile.chosen("~/a.png", folder);

    file.keep(picture);

    assertThat(file.path()).hasContent("pixels");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rw-------");
    assertThat(names(folder)).containsExactly("a.png", "taken");
  }

  @Test
  void aDatedFileHasAReadableNameInAFolderOfItsOwnersAlone() throws Exception {
    Path screenshots = folder.resolve("home/screenshots");

    PictureFile file = PictureFile.dated(screenshots, NOW);

    assertThat(file.path()).isEqualTo(screenshots.resolve("Screenshot 2026-11-23 at 14.05.09.png"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(screenshots)))
        .isEqualTo("rwx------");
  }

  @Test
  void inAFolderThatOthersMayReadThePictureIsStillItsOwnersAlone() throws Exception {
    Path open = Files.createDirectory(folder.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    PictureFile file = PictureFile.dated(open, NOW);

    file.keep(picture);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rw-------");
  }

  @Test
  void twoOfTheSameSecondGetNamesOfTheirOwn() throws Exception {
    PictureFile.dated(folder, NOW).keep(picture);
    PictureFile.dated(folder, NOW).keep(picture);

    assertThat(names(folder))
        .containsExactly(
            "Screenshot 2026-11-23 at 14.05.09 (2).png",
            "Screenshot 2026-11-23 at 14.05.09.png",
            "taken");
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
