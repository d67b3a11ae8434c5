package notjarvis.launcher.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import notjarvis.failure.Failure;

/**
 * The folder in which an instance keeps everything ({@code JARVIS_HOME}). One that it makes is its
 * owner's alone. One that was there keeps its permissions: others may look into it, but what is
 * kept there is made for its owner's eyes; that others cannot write there is asked for.
 *
 * @param folder an absolute path
 */
public record JarvisHome(Path folder) {
  /**
   * The folder, made if it is not there.
   *
   * @throws Failure with words for the person when it cannot be used, or others could write there
   */
  public static JarvisHome at(Path folder) {
    try {
      if (Files.isDirectory(folder)) {
        Strangers.keepOut(folder);
      } else {
        Private.folder(folder);
      }
      JarvisHome home = new JarvisHome(folder);
      home.hideChatHistory();
      return home;
    } catch (IOException e) {
      throw Failure.unavailable(
          "Cannot use %s as the home of Not-Jarvis (%s). Set JARVIS_HOME to another folder."
              .formatted(folder, Reason.of(e)));
    }
  }

  /** Who runs here. */
  public InstanceFile instanceFile() {
    return new InstanceFile(folder.resolve("instance.json"));
  }

  /**
   * Takes the folder for this process, if no other one has it.
   *
   * @throws Failure with words for the person when that cannot be found out
   */
  public Optional<HomeLock> tryLock() {
    return HomeLock.tryLock(folder.resolve("instance.lock"));
  }

  /** The log of this instance, which is its owner's alone. */
  public HomeLog log() {
    return new HomeLog(folder.resolve("logs"));
  }

  public Path chatHistory() {
    return folder.resolve("chat-history");
  }

  /** The terminal, which writes it, would make it readable by all. */
  private void hideChatHistory() throws IOException {
    if (Files.notExists(chatHistory())) {
      Private.file(chatHistory());
    }
  }
}
