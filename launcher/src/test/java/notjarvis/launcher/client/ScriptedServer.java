package notjarvis.launcher.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A server that follows a script, and remembers what it was asked. */
public final class ScriptedServer implements AutoCloseable {
  private static final String STREAM = "POST /not-jarvis/stream";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch letGo = new CountDownLatch(1);
  private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
  private final BlockingQueue<Answer> streams = new LinkedBlockingQueue<>();
  private final Map<String, Answer> resources = new ConcurrentHashMap<>();

  /**
   * A request.
   *
   * @param what method and path
   * @param key its Idempotency-Key, or ""
   * @param after its Last-Event-ID, or ""
   */
  public record Asked(String what, String key, String after, String authorization, String body) {}

  private enum Manner {
    WHOLE,
    CUT,
    HELD,
    HANGING
  }

  private record Answer(int status, String text, Manner manner, String rest) {
    Answer(int status, String text, Manner manner) {
      this(status, text, manner, "");
    }
  }

  private ScriptedServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public static ScriptedServer start() throws IOException {
    return new ScriptedServer();
  }

  /** The next goal is answered with this stream. */
  public ScriptedServer stream(String text) {
    streams.add(new Answer(200, text, Manner.WHOLE));
    return this;
  }

  /** The next goal is answered with this stream, which then breaks off. */
  public ScriptedServer cut(String text) {
    streams.add(new Answer(200, text, Manner.CUT));
    return this;
  }

  /** The next goal is answered with this stream, which then stays open. */
  public ScriptedServer hang(String text) {
    streams.add(new Answer(200, text, Manner.HANGING));
    return this;
  }

  /** The next goal is answered with this stream, and with its rest once it is let go. */
  public ScriptedServer held(String text, String rest) {
    streams.add(new Answer(200, text, Manner.HELD, rest));
    return this;
  }

  /** Lets all go that is held. */
  public void letGo() {
    letGo.countDown();
  }

  /** The next goal is refused. */
  public ScriptedServer refuse(int status, String detail) {
    streams.add(new Answer(status, "{\"detail\":\"" + detail + "\"}", Manner.WHOLE));
    return this;
  }

  /** Whenever this is asked ({@code GET /v1/threads}), it is answered so. */
  public ScriptedServer on(String what, int status, String json) {
    resources.put(what, new Answer(status, json, Manner.WHOLE));
    return this;
  }

  public String address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort()).toString();
  }

  public BlockingQueue<Asked> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String what = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(
        new Asked(
            what,
            header(exchange, "Idempotency-Key"),
            header(exchange, "Last-Event-ID"),
            header(exchange, "Authorization"),
            body));
    write(exchange, what.equals(STREAM) ? streams.poll() : resources.get(what));
  }

  private void write(HttpExchange exchange, @Nullable Answer scripted) throws IOException {
    Answer answer = Optional.ofNullable(scripted).orElse(new Answer(404, "{}", Manner.WHOLE));
    boolean stream = answer.text().contains("data: ") || answer.manner() != Manner.WHOLE;
    exchange.getResponseHeaders().add("X-Run-Id", "run-1");
    exchange
        .getResponseHeaders()
        .add("Content-Type", stream ? "text/event-stream" : "application/json");
    exchange.sendResponseHeaders(answer.status(), 0);
    OutputStream out = exchange.getResponseBody();
    out.write(answer.text().getBytes(StandardCharsets.UTF_8));
    out.flush();
    if (answer.manner() == Manner.HANGING) {
      await(closed);
    }
    if (answer.manner() == Manner.HELD) {
      await(letGo);
      out.write(answer.rest().getBytes(StandardCharsets.UTF_8));
    } else if (answer.manner() != Manner.WHOLE) {
      throw new IOException("broken off");
    }
    out.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }

  @Override
  public void close() {
    closed.countDown();
    letGo();
    server.stop(0);
    threads.shutdownNow();
  }
}
