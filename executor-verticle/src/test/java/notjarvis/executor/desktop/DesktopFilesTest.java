package notjarvis.executor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DesktopFilesTest {
  @TempDir private Path folder;

  @Test
  void anApplicationIsKnownByItsNameItsIdAndItsGenericName() throws Exception {
    Path file =
        write(
            "home/applications/org.example.Paint.desktop",
            """
            # a comment
            [Desktop Entry]
            Type=Application
            Name[de]=Malen
            Name = Paint\\sBox
            GenericName=Image Editor
            Exec=rm -rf /
            [Desktop Action New]
            Name=New Picture
            """);

    App paint =
        new App(
            "org.example.Paint",
            "Paint Box",
            List.of("org.example.Paint", "Paint", "Image Editor"));
    assertThat(apps()).containsExactly(Map.entry(paint, file));
  }

  @Test
  void aFileInASubfolderHasItsFolderInItsId() throws Exception {
    write("one/applications/kde/paint.desktop", entry("Paint"));

    assertThat(apps().keySet()).extracting(App::id).containsExactly("kde-paint");
  }

  @Test
  void theFirstFolderThatHasAnIdDecidesWhatItMeans() throws Exception {
    write("home/applications/a.desktop", entry("Mine"));
    write("one/applications/a.desktop", entry("Theirs"));
    write("home/applications/b.desktop", entry("Removed") + "Hidden=true\n");
    write("two/applications/b.desktop", entry("Removed"));
    write("two/applications/c.desktop", entry("Other"));

    assertThat(apps().keySet()).extracting(App::name).containsExactly("Mine", "Other");
  }

  @Test
  void whatTheMenuDoesNotShowIsNotKnown() throws Exception {
    write("one/applications/a.desktop", entry("A") + "NoDisplay=true\n");
    write("one/applications/b.desktop", entry("B") + "Hidden=true\n");
    write("one/applications/c.desktop", "[Desktop Entry]\nType=Link\nName=C\n");
    write("one/applications/d.desktop", "[Desktop Entry]\nType=Application\nName[de]=D\n");
    write("one/applications/e.desktop", "Type=Application\nName=E\n");
    write("one/applications/f.desktop", "");
    write("one/applications/-g.desktop", entry("G"));
    write("one/applications/h.txt", entry("H"));

    assertThat(apps()).isEmpty();
  }

  @Test
  void whatIsNotInstalledAnyMoreIsNotKnown() throws Exception {
    Path tool = Scripts.write(folder.resolve("bin/tool"), "");
    write("one/applications/a.desktop", entry("A") + "TryExec=gone\n");
    write("one/applications/b.desktop", entry("B") + "TryExec=tool\n");
    write("one/applications/c.desktop", entry("C") + "TryExec=" + tool + "\n");
    write("one/applications/d.desktop", entry("D") + "TryExec=/gone\n");

    assertThat(apps().keySet()).extracting(App::name).containsExactlyInAnyOrder("B", "C");
  }

  @Test
  void linksAreFollowedAlsoToFoldersAndAroundLoops() throws Exception {
    write("store/paint.desktop", entry("Paint"));
    write("one/applications/real.desktop", entry("Real"));
    Path linked = folder.resolve("one/applications");
    Files.createSymbolicLink(linked.resolve("linked"), folder.resolve("store"));
    Files.createSymbolicLink(linked.resolve("loop"), linked);
    Files.createSymbolicLink(linked.resolve("dangling.desktop"), folder.resolve("nowhere"));
    Files.createDirectories(folder.resolve("two"));
    Files.createSymbolicLink(folder.resolve("two/applications"), folder.resolve("store"));

    assertThat(apps().keySet())
        .extracting(App::id)
        .containsExactlyInAnyOrder("real", "linked-paint", "paint");
  }

  @Test
  void withoutVariablesTheUsualFoldersAreRead() throws Exception {
    write("person/.local/share/applications/paint.desktop", entry("Paint"));

    Host host = new Host("Linux", Map.of(), folder.resolve("person"));

    assertThat(new DesktopFiles(host).apps().keySet()).extracting(App::name).contains("Paint");
  }

  @Test
  void aFileThatIsNotTextDoesNoHarm() throws Exception {
    Path file = write("one/applications/a.desktop", "");
    Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, '=', '\n', '['});
    write("one/applications/b.desktop", entry("B"));

    assertThat(apps().keySet()).extracting(App::name).containsExactly("B");
  }

  @ParameterizedTest
  @CsvSource({
    "de_AT.UTF-8, , , Austrian",
    "de_DE.UTF-8, , , German",
    "de@euro, , , German",
    "sr_RS@latin, , , Latin",
    "fr_FR, de_AT, , Austrian",
    "fr_FR, fr_FR, de, German",
  })
  void anApplicationIsKnownByItsNameInTheLanguageOfTheSessionToo(
      String lang, @Nullable String messages, @Nullable String all, String name) throws Exception {
    // Given
    String translations =
        "Name[de]=German\nName[de_AT]=Austrian\nName[sr]=Serbian\nName[sr@latin]=Latin\n";
    write("one/applications/paint.desktop", entry("Paint") + translations);

    // When
    Map<App, Path> apps =
        apps(Map.of("LANG", lang, "LC_MESSAGES", orEmpty(messages), "LC_ALL", orEmpty(all)));

    // Then
    assertThat(apps.keySet()).containsExactly(new App("paint", "Paint", List.of("paint", name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"C.UTF-8", "POSIX", "fr_FR", "_", "."})
  void withoutATranslationItsNameIsEnough(String lang) throws Exception {
    write("one/applications/paint.desktop", entry("Paint") + "Name[de]=German\n");

    assertThat(apps(Map.of("LANG", lang)).keySet())
        .containsExactly(new App("paint", "Paint", List.of("paint")));
  }

  @ParameterizedTest
  @CsvSource({
    "GNOME, 'All, Gnome, NotKde'",
    "ubuntu:GNOME, 'All, Gnome, NotKde'",
    "KDE, 'All, Kde'",
    "XFCE, 'All, NotKde'",
    "'', 'All, NotKde'",
  })
  void anApplicationOfAnotherDesktopIsNotKnown(String desktop, String known) throws Exception {
    // Given
    write("one/applications/a.desktop", entry("All"));
    write("one/applications/b.desktop", entry("Gnome") + "OnlyShowIn=GNOME;Unity;\n");
    write("one/applications/c.desktop", entry("Kde") + "OnlyShowIn=KDE;\n");
    write("one/applications/d.desktop", entry("NotKde") + "NotShowIn=LXQt;KDE;\n");

    // When
    Map<App, Path> apps = apps(Map.of("XDG_CURRENT_DESKTOP", desktop));

    // Then
    assertThat(apps.keySet()).extracting(App::name).containsExactlyInAnyOrder(known.split(", "));
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  private Map<App, Path> apps() {
    return apps(Map.of());
  }

  private Map<App, Path> apps(Map<String, String> session) {
    Map<String, String> environment = new HashMap<>(session);
    environment.put("PATH", folder.resolve("bin").toString());
    environment.put("XDG_DATA_HOME", folder.resolve("home").toString());
    environment.put(
        "XDG_DATA_DIRS", folder.resolve("one") + ":" + folder.resolve("two") + ":relative:");
    return new DesktopFiles(new Host("Linux", environment, folder)).apps();
  }

  private static String entry(String name) {
    return "[Desktop Entry]\nType=Application\nName=" + name + "\n";
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
