package notjarvis.launcher.cluster;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.ext.cluster.infinispan.InfinispanClusterManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.infinispan.configuration.parsing.ConfigurationBuilderHolder;
import org.infinispan.configuration.parsing.ParserRegistry;
import org.infinispan.manager.DefaultCacheManager;

/**
 * A cluster that this process joins, or begins when no other member is there.
 *
 * @param self where the others find this process
 * @param members all of them, this one included
 */
public record Cluster(Member self, List<Member> members) {
  private static final String CONFIGURATION = "/cluster/infinispan.xml";

  public Cluster {
    members = List.copyOf(members);
  }

  /**
   * Reads {@code host:port,host:port}: first where this process is found, then the other members.
   *
   * @throws IllegalArgumentException that names what is wrong
   */
  public static Cluster of(String addresses) {
    List<Member> members = Member.list(addresses);
    return new Cluster(members.get(0), members);
  }

  /** Options for a Vert.x instance whose event bus is found at this member's host. */
  public VertxOptions options() {
    EventBusOptions bus = new EventBusOptions().setHost(self.host());
    bus.setClusterPublicHost(self.host());
    return new VertxOptions().setEventBusOptions(bus);
  }

  /** Joins; blocks the caller for seconds only in the future that it returns. */
  public Future<Vertx> join(VertxBuilder builder) {
    return builder.withClusterManager(new InfinispanClusterManager(caches())).buildClustered();
  }

  private DefaultCacheManager caches() {
    try {
      URL configuration =
          Objects.requireNonNull(Cluster.class.getResource(CONFIGURATION), CONFIGURATION);
      ParserRegistry parser =
          new ParserRegistry(Cluster.class.getClassLoader(), false, properties());
      ConfigurationBuilderHolder parsed = parser.parse(configuration);
      return new DefaultCacheManager(parsed, true);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + CONFIGURATION, e);
    }
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("notjarvis.cluster.host", self.host());
    properties.setProperty("notjarvis.cluster.port", String.valueOf(self.port()));
    properties.setProperty("notjarvis.cluster.liveness", String.valueOf(Member.LIVENESS_OFFSET));
    properties.setProperty("notjarvis.cluster.hosts", Member.hosts(members));
    return properties;
  }
}
