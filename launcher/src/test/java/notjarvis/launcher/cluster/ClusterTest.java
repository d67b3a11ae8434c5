package notjarvis.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import notjarvis.blob.BlobRef;
import notjarvis.blob.Blobs;
import notjarvis.blob.KeepBlob;
import notjarvis.bus.Bus;
import notjarvis.bus.Channel;
import notjarvis.bus.Registration;
import notjarvis.bus.Topic;
import notjarvis.failure.FailureCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Members of one cluster, each a Vert.x instance of its own. */
@Timeout(60)
class ClusterTest {
  record Ping(String text) {}

  record Pong(String text) {}

  private static final Channel<Ping, Pong> PING =
      new Channel<>("test.ping", Ping.class, Pong.class, Duration.ofSeconds(5));
  private static final Topic<Ping> NEWS = new Topic<>("test.news", Ping.class);

  private final String first = "127.0.0.1:" + MemberPort.free();
  private final String second = "127.0.0.1:" + MemberPort.free();
  private final String third = "127.0.0.1:" + MemberPort.free();
  private final List<Vertx> opened = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (Vertx vertx : opened) {
      get(vertx.close());
    }
  }

  @Test
  void whatOneMemberAsksAnotherOneAnswers() throws Exception {
    Bus asking = Bus.open(join(first, second));
    answering(Bus.open(join(second, first)), "two");

    assertThat(get(asking.ask(PING, new Ping("who?")))).isEqualTo(new Pong("two"));
  }

  @Test
  void whatIsToldReachesEveryMemberOnce() throws Exception {
    BlockingQueue<Ping> heard = new LinkedBlockingQueue<>();
    Bus one = Bus.open(join(first, second));
    Bus two = Bus.open(join(second, first));
    get(one.listen(NEWS, heard::add).completion());
    get(two.listen(NEWS, heard::add).completion());

    one.publish(NEWS, new Ping("a"));
    two.publish(NEWS, new Ping("b"));

    await().until(() -> heard.size() == 4);
    assertThat(heard).containsOnly(new Ping("a"), new Ping("b"));
  }

  @Test
  void theLargestBlobReachesAnotherMember() throws Exception {
    Bus asking = Bus.open(join(first, second));
    Bus answering = Bus.open(join(second, first));
    BlockingQueue<KeepBlob> kept = new LinkedBlockingQueue<>();
    get(answering.answer(Blobs.KEEP, blob -> counted(kept, blob)).completion());
    byte[] bytes = new byte[Blobs.LARGEST];
    new Random(7).nextBytes(bytes);

    BlobRef ref = get(asking.ask(Blobs.KEEP, new KeepBlob("ann", "image/png", bytes)));

    assertThat(ref.size()).isEqualTo(Blobs.LARGEST);
    assertThat(kept).singleElement().extracting(KeepBlob::bytes).isEqualTo(bytes);
  }

  private static Future<BlobRef> counted(BlockingQueue<KeepBlob> kept, KeepBlob blob) {
    kept.add(blob);
    return Future.succeededFuture(new BlobRef("ab", blob.mediaType(), blob.bytes().length));
  }

  @Test
  void whoFindsOneMemberFindsAll() throws Exception {
    join(first);
    answering(Bus.open(join(second, first)), "two");
    Bus asking = Bus.open(join(third, first));

    assertThat(eventually(asking)).isEqualTo("two");
  }

  @Test
  void theEarlierOneFindsTheLaterOneThatNamesIt() throws Exception {
    Bus asking = Bus.open(join(first));
    answering(Bus.open(join(second, first)), "two");

    assertThat(eventually(asking)).isEqualTo("two");
  }

  @Test
  void aHandlerIsKnownToAllWhenItIsCompleteAndForgottenWhenItIsClosed() throws Exception {
    Bus asking = Bus.open(join(first, second));
    Bus answering = Bus.open(join(second, first));
    assertThat(code(asking)).isEqualTo(FailureCode.UNAVAILABLE);

    Registration registration = answering(answering, "two");
    assertThat(get(asking.ask(PING, new Ping("now?")))).isEqualTo(new Pong("two"));
    get(registration.close());

    assertThat(code(asking)).isEqualTo(FailureCode.UNAVAILABLE);
  }

  @Test
  void whoLeftIsAskedNoMoreAndComesBackUnderAnotherName() throws Exception {
    Bus asking = Bus.open(join(first, second));
    Vertx leaving = join(second, first);
    answering(Bus.open(leaving), "two");
    get(asking.ask(PING, new Ping("there?")));

    opened.remove(leaving);
    get(leaving.close());
    await().until(() -> code(asking) == FailureCode.UNAVAILABLE);
    answering(Bus.open(join(second, first)), "two again");

    assertThat(eventually(asking)).isEqualTo("two again");
  }

  @Test
  void membersKnowWhatTheOthersDo() throws Exception {
    join(first);
    Membership membership = Cluster.of(second + "," + first).membership(work("second"));

    opened.add(build(membership));

    assertThat(membership.others()).containsExactly(work(first));
  }

  @Test
  void whoTalksNonsenseIsHungUpOn() throws Exception {
    Bus asking = Bus.open(join(first, second));
    int port = Cluster.of(first).self().port();
    try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = stranger.getOutputStream();
      out.write("{\"node\":7}\n".getBytes(StandardCharsets.UTF_8));
      stranger.setSoTimeout(10_000);

      assertThat(stranger.getInputStream().read()).isEqualTo(-1);
    }
    answering(Bus.open(join(second, first)), "two");
    assertThat(get(asking.ask(PING, new Ping("still?")))).isEqualTo(new Pong("two"));
  }

  private static Registration answering(Bus bus, String name) throws Exception {
    Registration registration = bus.answer(PING, ping -> Future.succeededFuture(new Pong(name)));
    get(registration.completion());
    return registration;
  }

  private static String eventually(Bus asking) {
    return await()
        .ignoreExceptions()
        .until(() -> get(asking.ask(PING, new Ping("who?"))).text(), text -> true);
  }

  private static FailureCode code(Bus asking) throws Exception {
    return get(
        asking
            .ask(PING, new Ping("anybody?"))
            .transform(asked -> Future.succeededFuture(FailureCode.of(asked.cause()))));
  }

  private Vertx join(String... addresses) throws Exception {
    Vertx vertx = build(Cluster.of(String.join(",", addresses)).membership(work(addresses[0])));
    opened.add(vertx);
    return vertx;
  }

  private static Vertx build(Membership membership) throws Exception {
    VertxOptions options =
        new VertxOptions().setEventBusOptions(Cluster.of("127.0.0.1:1").eventBus());
    return get(Vertx.builder().with(options).withClusterManager(membership).buildClustered());
  }

  private static Work work(String role) {
    return new Work(List.of(role), false);
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }
}
