package notjarvis.launcher.home;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import notjarvis.config.ConfigurationException;
import notjarvis.config.Settings;

/**
 * The environment with the {@code .env} files beneath it: what the environment says wins, then the
 * home's file, then the one beside the {@code jarvis} script. The folder in which a person happens
 * to stand is not looked into: a file that came with somebody's download must not redirect keys.
 */
public final class EnvironmentFiles {
  private static final String NAME = ".env";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final List<String> faults = new ArrayList<>();

  private EnvironmentFiles() {}

  /**
   * What was found.
   *
   * @param faults the lines and files that could not be read
   */
  public record Found(Map<String, String> values, List<String> faults) {
    public Found {
      values = Map.copyOf(values);
      faults = List.copyOf(faults);
    }
  }

  /**
   * Reads them all.
   *
   * @param environment of the process
   * @param program the folder of the {@code jarvis} script, if the program was started by it
   * @throws ConfigurationException that tells every fault at once
   */
  public static Map<String, String> read(Map<String, String> environment, Optional<Path> program) {
    Found found = look(environment, program);
    if (!found.faults().isEmpty()) {
      throw new ConfigurationException(found.faults());
    }
    return found.values();
  }

  /**
   * Reads them all, faults and all.
   *
   * @throws ConfigurationException when they do not say where the home is
   */
  public static Found look(Map<String, String> environment, Optional<Path> program) {
    EnvironmentFiles files = new EnvironmentFiles();
    Map<String, String> values = new HashMap<>();
    program.ifPresent(folder -> values.putAll(files.in(folder)));
    Map<String, String> outer = new HashMap<>(values);
    outer.putAll(environment);
    values.putAll(files.in(Settings.home(outer)));
    values.putAll(environment);
    return new Found(values, files.faults);
  }

  private Map<String, String> in(Path folder) {
    Path file = folder.resolve(NAME).toAbsolutePath();
    return EnvFile.read(file.toString(), lines(file), faults);
  }

  private List<String> lines(Path file) {
    try {
      String text = Files.readString(file);
      return text.replaceFirst("^" + BYTE_ORDER_MARK, "").lines().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (CharacterCodingException e) {
      faults.add(file + " is not UTF-8 text: save it as UTF-8");
    } catch (IOException e) {
      faults.add(file + " cannot be read (" + Reason.of(e) + ")");
    }
    return List.of();
  }
}
