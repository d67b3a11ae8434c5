package notjarvis.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import notjarvis.bus.Bus;
import notjarvis.bus.Channel;
import org.junit.jupiter.api.Test;

class ClusterIT {
  record Ping(String text) {}

  record Pong(String text) {}

  private static final Channel<Ping, Pong> PING =
      new Channel<>("test.ping", Ping.class, Pong.class, Duration.ofSeconds(5));

  @Test
  void whatOneMemberAsksAnotherOneAnswers() throws Exception {
    int first = MemberPort.free();
    int second = MemberPort.free();
    Vertx one = join("127.0.0.1:" + first + ",127.0.0.1:" + second);
    Vertx two = join("127.0.0.1:" + second + ",127.0.0.1:" + first);
    try {
      Bus asking = Bus.open(one);
      Bus answering = Bus.open(two);
      get(
          answering
              .answer(PING, ping -> Future.succeededFuture(new Pong(ping.text() + " back")))
              .completion());

      Pong pong = get(asking.ask(PING, new Ping("there and")));

      assertThat(pong).isEqualTo(new Pong("there and back"));
    } finally {
      get(two.close());
      get(one.close());
    }
  }

  private static Vertx join(String addresses) throws Exception {
    Cluster cluster = Cluster.of(addresses);
    VertxOptions options = new VertxOptions().setEventBusOptions(cluster.eventBus());
    return get(Vertx.builder().with(options).withClusterManager(cluster.join()).buildClustered());
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }
}
