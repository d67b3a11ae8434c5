package notjarvis.launcher.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** A server that answers every request with the same status and text, and remembers the bodies. */
public final class FakeServer implements AutoCloseable {
  /** How an answer goes on after its text. */
  public enum Manner {
    WHOLE,
    /** The connection is closed in the middle of the body. */
    BREAKING,
    /** Nothing comes any more. */
    HANGING,
    /** Not even a head comes. */
    MUTE,
    ENDLESS
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  private FakeServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
  }

  public static FakeServer answering(int status, String text) throws IOException {
    return answering(status, text, Manner.WHOLE);
  }

  public static FakeServer answering(int status, String text, Manner manner) throws IOException {
    String type = status == 200 ? "text/event-stream; charset=utf-8" : "application/problem+json";
    return answering(status, type, text, manner);
  }

  public static FakeServer answering(int status, String type, String text, Manner manner)
      throws IOException {
    FakeServer fake = new FakeServer();
    fake.server.createContext("/", exchange -> fake.answer(exchange, status, type, text, manner));
    fake.server.start();
    return fake;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public BlockingQueue<String> bodies() {
    return bodies;
  }

  private void answer(HttpExchange exchange, int status, String type, String text, Manner manner)
      throws IOException {
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    if (manner == Manner.MUTE) {
      untilClosed();
    }
    exchange.getResponseHeaders().add("X-Run-Id", "run-1");
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, 0);
    OutputStream out = exchange.getResponseBody();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes);
    out.flush();
    switch (manner) {
      case WHOLE -> out.close();
      case BREAKING -> throw new IOException("broken off");
      case HANGING, MUTE -> untilClosed();
      case ENDLESS -> {
        while (true) {
          out.write(bytes);
        }
      }
    }
  }

  private void untilClosed() throws IOException {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IOException("closed");
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
