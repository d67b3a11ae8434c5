package notjarvis.launcher.whole;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import notjarvis.json.Json;
import notjarvis.launcher.home.Instance;

/** The built jar in processes of its own, all with the same home. */
public final class Jarvis implements AutoCloseable {
  static final Path JAR = Path.of("target", "not-jarvis.jar").toAbsolutePath();
  private static final String MAIN = "notjarvis.launcher.Main";
  private static final long PATIENCE_SECONDS = 90;

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final List<Process> processes = new ArrayList<>();
  private final List<String> java = new ArrayList<>();
  private final List<String> classes = new ArrayList<>(List.of(JAR.toString()));
  private int outputs;

  /** What a process that ended left behind. */
  record Ended(int code, String out, String err) {}

  public Jarvis(Path folder) {
    this.folder = folder;
    environment.put("JARVIS_HOME", home().toString());
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", folder.toString());
    environment.put("LANG", "C.UTF-8");
  }

  public Path home() {
    return folder.resolve("home");
  }

  public Jarvis with(String key, Object value) {
    environment.put(key, value.toString());
    return this;
  }

  /** Runs to the end. */
  Ended run(String... arguments) {
    return ended(start(arguments));
  }

  Ended ask(String goal) {
    return run("ask", goal);
  }

  public Started start(String... arguments) {
    return start(Redirect.from(Path.of("/dev/null").toFile()), command(arguments));
  }

  /** Runs it at a terminal, as if somebody sat there. */
  AtTerminal atTerminal(String... arguments) {
    return typed(command(arguments));
  }

  /** Runs any program at a terminal in the environment of this home. */
  AtTerminal typed(List<String> command) {
    with("TERM", "xterm-256color").with("SHELL", "/bin/sh");
    return new AtTerminal(start(Redirect.PIPE, AtTerminal.command(command)));
  }

  private Started start(Redirect in, List<String> command) {
    try {
      Path out = folder.resolve("out-" + ++outputs);
      Path err = folder.resolve("err-" + outputs);
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      builder.redirectInput(in).redirectOutput(out.toFile()).redirectError(err.toFile());
      Process process = builder.start();
      processes.add(process);
      return new Started(process, out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Options of the Java that runs it, beside those of every test. */
  public Jarvis withJava(String... options) {
    java.addAll(List.of(options));
    return this;
  }

  /** Classes that are found beside those of the jar, in folders below that of the build. */
  public Jarvis withClasses(List<String> folders) {
    folders.forEach(folder -> classes.add(JAR.resolveSibling(folder).toString()));
    return this;
  }

  private List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(java);
    command.addAll(coverage());
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classes), MAIN));
    command.addAll(List.of(arguments));
    return command;
  }

  /** A process that was started. */
  public record Started(Process process, Path out, Path err) {
    public String printed() {
      return read(out);
    }

    public String complained() {
      return read(err);
    }
  }

  /** Whether nothing was left behind: neither a record of the instance nor a database. */
  boolean isGone() {
    return !Files.exists(home().resolve("instance.json")) && !Files.exists(postmaster());
  }

  Ended ended(Started started) {
    try {
      if (!started.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("still running: " + started.printed() + read(started.err()));
      }
      return new Ended(started.process().exitValue(), started.printed(), read(started.err()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The instance that has written its record. */
  public Instance instance() {
    try {
      return Json.read(Files.readAllBytes(home().resolve("instance.json")), Instance.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the processes run counts as tested, as far as they end by themselves. */
  private static List<String> coverage() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-javaagent:") && argument.contains("jacoco"))
        .toList();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends what still runs; a server that was killed leaves its database to be ended by hand. */
  @Override
  public void close() {
    processes.forEach(Process::destroy);
    processes.forEach(process -> process.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    if (Files.exists(postmaster())) {
      long postgres = Long.parseLong(read(postmaster()).lines().findFirst().orElseThrow().strip());
      ProcessHandle.of(postgres).ifPresent(ProcessHandle::destroy);
    }
  }

  private Path postmaster() {
    return home().resolve("postgres/data/postmaster.pid");
  }
}
