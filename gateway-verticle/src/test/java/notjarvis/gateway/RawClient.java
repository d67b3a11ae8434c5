package notjarvis.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A client that sends exactly these bytes, as no decent HTTP client would. */
final class RawClient implements AutoCloseable {
  private final Socket socket = new Socket();

  RawClient(int port) throws IOException {
    // before it connects, so that little fits between the server and a reader who stops
    socket.setReceiveBufferSize(4 * 1024);
    socket.setSoTimeout(10_000);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  /** The head of a request. */
  static String head(String... lines) {
    return String.join("\r\n", lines) + "\r\n\r\n";
  }

  static String goal(String goal) {
    String body = "{\"user_goal\":\"" + goal + "\",\"thread_id\":\"t\"}";
    return head(
            "POST /not-jarvis/stream HTTP/1.1",
            "Host: localhost",
            "Content-Type: application/json",
            "Content-Length: " + body.getBytes(UTF_8).length)
        + body;
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
    socket.getOutputStream().flush();
  }

  /** Reads until this has come, or the server hangs up. */
  String readUntil(String end) throws IOException {
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] mark = end.getBytes(UTF_8);
    for (int next = in.read(); next >= 0; next = in.read()) {
      read.write(next);
      if (next == mark[mark.length - 1] && read.toString(UTF_8).endsWith(end)) {
        break;
      }
    }
    return read.toString(UTF_8);
  }

  /** Reads this many bytes, and gives their number. */
  int skip(int bytes) {
    try {
      socket.getInputStream().skipNBytes(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads until the server hangs up. */
  String readAll() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
