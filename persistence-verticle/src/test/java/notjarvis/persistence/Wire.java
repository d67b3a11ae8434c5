package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import notjarvis.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

/** The network between a process and its database, which can be cut and mended. */
final class Wire implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final Vertx vertx = Vertx.vertx();
  private final NetClient client = vertx.createNetClient();
  private final TestDatabase database;
  private final int port = FreePort.find();
  private final Set<NetSocket> open = ConcurrentHashMap.newKeySet();
  private @Nullable NetServer server;
  private volatile boolean stalled;

  private Wire(TestDatabase database) {
    this.database = database;
  }

  /** A wire that is cut: connections are refused. */
  static Wire to(TestDatabase database) {
    return new Wire(database);
  }

  /** The address of the database at this end of the wire. */
  String url() {
    String there = database.host() + ":" + database.port();
    return database.url().replace(there, LOOPBACK + ":" + port);
  }

  Wire mend() {
    NetServer opened = vertx.createNetServer().connectHandler(this::connect);
    JournalClient.await(opened.listen(port, LOOPBACK));
    server = opened;
    return this;
  }

  /** Ends all connections; new ones are refused. */
  void cut() {
    if (server != null) {
      JournalClient.await(server.close());
      server = null;
    }
  }

  /** Lets nothing through any more, and ends nothing. */
  void stall() {
    stalled = true;
    open.forEach(NetSocket::pause);
  }

  private void connect(NetSocket near) {
    near.pause();
    if (stalled) {
      return;
    }
    client
        .connect(database.port(), database.host())
        .onSuccess(far -> join(near, far))
        .onSuccess(open::add)
        .onFailure(failure -> near.close());
  }

  private static void join(NetSocket near, NetSocket far) {
    near.closeHandler(closed -> far.close());
    Future<Void> there = near.pipeTo(far);
    Future<Void> back = far.pipeTo(near);
    Future.any(there, back).onComplete(ended -> near.close());
    near.resume();
  }

  @Override
  public void close() {
    JournalClient.await(vertx.close());
  }
}
