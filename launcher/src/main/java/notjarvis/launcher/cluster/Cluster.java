package notjarvis.launcher.cluster;

import io.vertx.core.eventbus.EventBusOptions;
import java.util.List;

/**
 * A cluster that this process joins, or begins when no other member is there. Its members trust
 * each other fully, so for now it stays on this machine.
 *
 * @param self where the others find this process
 * @param members where members may be found, this one included
 */
public record Cluster(Member self, List<Member> members) {
  public Cluster {
    members = List.copyOf(members);
  }

  /**
   * Reads {@code host:port,host:port}: first where this process is found, then other members. Who
   * finds one of them finds all that it knows.
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
   * A place in it, which is taken when its Vert.x instance is built.
   *
   * @param work what the others are to know of this process
   * @throws notjarvis.failure.Failure when another program listens where it would be found
   */
  public Membership membership(Work work) {
    self.demandFree();
    return new Membership(this, work);
  }
}
