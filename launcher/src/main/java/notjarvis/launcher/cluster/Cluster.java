package notjarvis.launcher.cluster;

import io.vertx.core.eventbus.EventBusOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import notjarvis.failure.Failure;
import org.infinispan.commons.CacheException;
import org.infinispan.configuration.parsing.ConfigurationBuilderHolder;
import org.infinispan.configuration.parsing.ParserRegistry;
import org.infinispan.manager.DefaultCacheManager;
import org.slf4j.LoggerFactory;

/**
 * A cluster that this process joins, or begins when no other member is there. Its members trust
 * each other fully, so for now it stays on this machine.
 *
 * @param self where the others find this process
 * @param members where members may be found, this one included
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

  /** An event bus that is found at this member's host. */
  public EventBusOptions eventBus() {
    EventBusOptions bus = new EventBusOptions().setHost(self.host());
    bus.setClusterPublicHost(self.host());
    return bus;
  }

  /**
   * Joins; blocks the caller for seconds.
   *
   * @throws Failure with words for the person when that is not possible
   */
  public Membership join() {
    self.demandFree();
    try {
      return new Membership(caches());
    } catch (CacheException e) {
      // no logger may be had before the log has its place, and a list is read before that
      LoggerFactory.getLogger(Cluster.class).error("Cannot join the cluster", e);
      throw Failure.unavailable("Cannot join the cluster as " + self + "; the log says why.");
    }
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
    properties.setProperty("notjarvis.cluster.node", self + "/" + UUID.randomUUID());
    return properties;
  }
}
