package notjarvis.launcher.cluster;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import notjarvis.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections between this member and all others: one on which it speaks to each, and one on
 * which it hears each. All of it happens on one context.
 */
final class Mesh {
  private static final Logger LOG = LoggerFactory.getLogger(Mesh.class);
  private static final int CONNECT_MS = 1_000;
  private static final long BEAT_MS = 500;
  private static final Duration SLEPT = Duration.ofSeconds(2);
  private static final long SETTLE_LOOK_MS = 20;
  private static final int SETTLE_LOOKS = 150;

  private final Vertx vertx;
  private final String node;
  private final Cluster cluster;
  private final Others others;
  private final Supplier<Statement> statement;
  private final Consumer<Set<String>> moved;
  private final Runnable heard;
  private final Runnable left;
  private final Map<Member, Speaker> speakers = new LinkedHashMap<>();
  private final NetClient client;
  private final NetServer server;
  private long beatAt = System.nanoTime();
  private long timer = -1;

  /**
   * No connections yet.
   *
   * @param node this member's name
   * @param statement what this member says
   * @param moved is told the addresses that are listened to in another way than before
   * @param heard is run when another member has heard something, or is no more there to hear it
   * @param left is run when another member is gone
   */
  Mesh(
      Vertx vertx,
      String node,
      Cluster cluster,
      Others others,
      Supplier<Statement> statement,
      Consumer<Set<String>> moved,
      Runnable heard,
      Runnable left) {
    this.vertx = vertx;
    this.node = node;
    this.cluster = cluster;
    this.others = others;
    this.statement = statement;
    this.moved = moved;
    this.heard = heard;
    this.left = left;
    this.client = vertx.createNetClient(new NetClientOptions().setConnectTimeout(CONNECT_MS));
    this.server = vertx.createNetServer(new NetServerOptions().setTcpNoDelay(true));
  }

  /** Listens, and speaks to the members that are named; done when those who are there are known. */
  Future<Void> open() {
    cluster.members().forEach(this::meet);
    return server
        .connectHandler(this::hear)
        .listen(cluster.self().port(), cluster.self().host())
        .compose(listening -> begin());
  }

  private Future<Void> begin() {
    timer = vertx.setPeriodic(BEAT_MS, tick -> beat());
    say();
    return settle(SETTLE_LOOKS);
  }

  private Future<Void> settle(int looks) {
    boolean settled =
        speakers.values().stream()
            .allMatch(
                each ->
                    each.hasTried()
                        && (each.listener().isEmpty() || others.knows(each.listener())));
    return settled || looks == 0
        ? Future.succeededFuture()
        : vertx.timer(SETTLE_LOOK_MS, TimeUnit.MILLISECONDS).compose(later -> settle(looks - 1));
  }

  private void meet(Member member) {
    if (!member.equals(cluster.self())) {
      speakers.computeIfAbsent(member, to -> new Speaker(client, to, heard));
    }
  }

  /** Says to all how things stand. */
  void say() {
    Buffer line = line(statement.get());
    speakers.values().forEach(speaker -> speaker.say(line));
  }

  /** Whether every member that is there has heard this version. */
  boolean isHeard(long version) {
    return speakers.values().stream().allMatch(speaker -> speaker.isHeard(version));
  }

  private static Buffer line(Object message) {
    return Buffer.buffer(Json.writeBytes(message)).appendByte((byte) '\n');
  }

  private void hear(NetSocket socket) {
    socket.handler(Lines.of(line -> hear(Json.read(line, Statement.class), socket), socket::close));
    socket.closeHandler(
        closed -> others.speakingOver(socket).ifPresent(node -> forget(node, "its end")));
  }

  private void hear(Statement said, NetSocket socket) {
    if (said.node().equals(node)) {
      return; // named by another name of its own, this process hears itself
    }
    boolean isNew = !others.knows(said.node());
    moved.accept(others.hear(said, socket, System.nanoTime()));
    socket.write(line(new Statement.Heard(node, said.version())));
    if (isNew) {
      LOG.info("{} is in the cluster as {}", said.node(), String.join(",", said.work().roles()));
      Member.list(said.at()).forEach(this::meet);
      said.knows().forEach(at -> Member.list(at).forEach(this::meet));
      say();
    }
  }

  private void beat() {
    long now = System.nanoTime();
    if (now - beatAt >= SLEPT.toNanos()) {
      others.excuse(now);
    }
    beatAt = now;
    others.silent(now).forEach(node -> forget(node, "its silence"));
    speakers.entrySet().removeIf(each -> each.getValue().isInVain() && isLearned(each.getKey()));
    say();
    heard.run();
  }

  private boolean isLearned(Member member) {
    return !cluster.members().contains(member);
  }

  private void forget(String node, String why) {
    others
        .forget(node)
        .ifPresent(
            last -> {
              LOG.info("{} left the cluster by {}", node, why);
              moved.accept(
                  Set.copyOf(last.handlers().stream().map(Statement.Handler::address).toList()));
              left.run();
            });
  }

  Future<Void> close() {
    vertx.cancelTimer(timer);
    Promise<Void> closed = Promise.promise();
    server.close().eventually(client::close).onComplete(done -> closed.complete());
    return closed.future();
  }
}
