package notjarvis.launcher.cluster;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import notjarvis.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Tells one other member what this one says, over a connection that is made anew when it breaks.
 */
final class Speaker {
  private static final int MANY_FAILURES = 60;

  private final NetClient client;
  private final Member to;
  private final Runnable changed;
  private @Nullable NetSocket socket;
  private Buffer next = Buffer.buffer();
  private boolean connecting;
  private int failures;
  private Statement.Heard heard = new Statement.Heard("", -1);

  /**
   * Not connected yet.
   *
   * @param changed is run when something was heard there, or the connection changed
   */
  Speaker(NetClient client, Member to, Runnable changed) {
    this.client = client;
    this.to = to;
    this.changed = changed;
  }

  /** Says it, or, where the last words are still on their way, leaves it to the next time. */
  void say(Buffer statement) {
    next = statement;
    if (socket == null) {
      connect();
    } else if (!socket.writeQueueFull()) {
      socket.write(statement);
    }
  }

  private void connect() {
    if (!connecting) {
      connecting = true;
      client.connect(to.port(), to.host()).onSuccess(this::connected).onFailure(this::failed);
    }
  }

  private void connected(NetSocket opened) {
    connecting = false;
    failures = 0;
    socket = opened;
    opened.handler(Lines.of(this::answered, opened::close));
    opened.closeHandler(closed -> closed());
    opened.write(next);
    changed.run();
  }

  private void failed(Throwable failure) {
    connecting = false;
    failures++;
    changed.run();
  }

  private void answered(String line) {
    heard = Json.read(line, Statement.Heard.class);
    changed.run();
  }

  private void closed() {
    socket = null;
    heard = new Statement.Heard("", -1);
    changed.run();
  }

  /** Whether nobody has been there for a while. */
  boolean isInVain() {
    return failures >= MANY_FAILURES;
  }

  /** Whether it is known by now if somebody is there. */
  boolean hasTried() {
    return failures > 0 || heard.version() >= 0;
  }

  /** Who is there; empty when nobody is, or has not answered yet. */
  String listener() {
    return heard.node();
  }

  /** Whether nobody is there who has not heard this version. */
  boolean isHeard(long version) {
    return socket == null || heard.version() >= version;
  }
}
