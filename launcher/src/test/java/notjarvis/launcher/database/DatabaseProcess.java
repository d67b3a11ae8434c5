package notjarvis.launcher.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process of its own that starts the database of a home and then does as it is told. */
final class DatabaseProcess implements AutoCloseable {
  static final String READY = "ready ";
  static final String ADOPTED = "ready, adopted ";

  private final Process process;
  private final BufferedReader says;

  private DatabaseProcess(Process process) {
    this.process = process;
    this.says = process.inputReader(StandardCharsets.UTF_8);
  }

  static DatabaseProcess start(Path home) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(DatabaseProcess.class.getName(), home.toString()));
    return new DatabaseProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** What it says once the database runs: {@link #READY} or {@link #ADOPTED} and the address. */
  String ready() throws IOException {
    String line = says.readLine();
    while (line != null && !line.startsWith("ready")) {
      line = says.readLine();
    }
    return line == null ? "ended" : line;
  }

  void tell(String word) throws IOException {
    process.getOutputStream().write((word + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("the process does not end");
    }
    return process.exitValue();
  }

  /** As {@code kill -9} does it. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  /** Starts the database, writes a row, and then waits for a word on how to end. */
  public static void main(String[] arguments) throws Exception {
    EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]));
    Rows rows = new Rows(database.url());
    rows.write("written by another process");
    System.out.println((database.adopted() ? ADOPTED : READY) + database.url());
    int word = System.in.read();
    if (word == 'c') {
      database.close();
    }
    System.exit(0);
  }
}
