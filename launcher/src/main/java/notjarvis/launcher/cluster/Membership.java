package notjarvis.launcher.cluster;

import io.vertx.core.Completable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.spi.cluster.NodeInfo;
import io.vertx.core.spi.cluster.RegistrationInfo;
import io.vertx.core.spi.cluster.RegistrationListener;
import io.vertx.core.spi.cluster.RegistrationUpdateEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A member of a cluster, as Vert.x needs one: it knows who listens to what. Each member speaks for
 * itself alone, so one that was stopped for a while is known again with its next words.
 */
public final class Membership extends NothingShared {
  private static final Duration SILENCE = Duration.ofSeconds(3);
  private static final Duration LONGEST_HEARING = Duration.ofSeconds(1);

  private final Cluster cluster;
  private final Work work;
  private final String node;
  private final Others others = new Others(SILENCE);
  private final Set<Own> own = ConcurrentHashMap.newKeySet();
  private final AtomicLong version = new AtomicLong();
  private final Queue<Unheard> unheard = new ArrayDeque<>();
  private volatile @Nullable NodeInfo bus;
  private volatile @Nullable RegistrationListener selector;
  private volatile @Nullable Context context;
  private volatile @Nullable Mesh mesh;
  private volatile Runnable left = () -> {};
  private volatile boolean active;

  private record Own(String address, RegistrationInfo info) {}

  private record Unheard(long version, long since, Completable<Void> heard) {}

  Membership(Cluster cluster, Work work) {
    this.cluster = cluster;
    this.work = work;
    this.node = cluster.self() + "/" + UUID.randomUUID();
  }

  /** What the other members do, by their own words. */
  public List<Work> others() {
    return others.all().stream().map(Statement::work).toList();
  }

  /** Has this run whenever another member is gone. */
  public void onLeft(Runnable step) {
    left = step;
  }

  private Statement statement() {
    NodeInfo info = bus;
    return new Statement(
        node,
        cluster.self().toString(),
        work,
        info == null ? null : new Statement.Bus(info.host(), info.port()),
        version.get(),
        own.stream()
            .filter(each -> !each.info().localOnly())
            .map(each -> new Statement.Handler(each.address(), each.info().seq()))
            .sorted(Statement.Handler.ORDER)
            .toList(),
        others.all().stream().map(Statement::at).toList());
  }

  @Override
  public void init(Vertx vertx) {
    context = vertx.getOrCreateContext();
    mesh =
        new Mesh(
            vertx,
            node,
            cluster,
            others,
            this::statement,
            this::moved,
            this::heard,
            () -> left.run());
  }

  @Override
  public void join(Completable<Void> joined) {
    active = true;
    here(() -> Objects.requireNonNull(mesh).open().onComplete(joined));
  }

  @Override
  public void leave(Completable<Void> left) {
    active = false;
    here(() -> Objects.requireNonNull(mesh).close().onComplete(left));
  }

  @Override
  public boolean isActive() {
    return active;
  }

  @Override
  public void addRegistration(String address, RegistrationInfo info, Completable<Void> told) {
    own.add(new Own(address, info));
    tell(address, told);
  }

  @Override
  public void removeRegistration(String address, RegistrationInfo info, Completable<Void> told) {
    own.remove(new Own(address, info));
    tell(address, told);
  }

  /** Done when all members have heard of it, apart from those that take too long. */
  private void tell(String address, Completable<Void> told) {
    long changed = version.incrementAndGet();
    here(
        () -> {
          moved(Set.of(address));
          unheard.add(new Unheard(changed, System.nanoTime(), told));
          Objects.requireNonNull(mesh).say();
          heard();
        });
  }

  private void heard() {
    long late = System.nanoTime() - LONGEST_HEARING.toNanos();
    Unheard oldest = unheard.peek();
    while (oldest != null
        && (oldest.since() < late || Objects.requireNonNull(mesh).isHeard(oldest.version()))) {
      unheard.remove();
      oldest.heard().succeed();
      oldest = unheard.peek();
    }
  }

  private void moved(Set<String> addresses) {
    RegistrationListener told = Objects.requireNonNull(selector);
    addresses.stream()
        .filter(told::wantsUpdatesFor)
        .forEach(at -> told.registrationsUpdated(new RegistrationUpdateEvent(at, at(at))));
  }

  @Override
  public void getRegistrations(String address, Completable<List<RegistrationInfo>> found) {
    found.succeed(at(address));
  }

  private List<RegistrationInfo> at(String address) {
    Stream<Own> here = own.stream().filter(each -> each.address().equals(address));
    return Stream.concat(here.map(Own::info), others.at(address)).toList();
  }

  @Override
  public void registrationListener(RegistrationListener listener) {
    selector = listener;
  }

  @Override
  public String getNodeId() {
    return node;
  }

  @Override
  public List<String> getNodes() {
    return Stream.concat(Stream.of(node), others.all().stream().map(Statement::node)).toList();
  }

  @Override
  public void setNodeInfo(NodeInfo info, Completable<Void> told) {
    bus = info;
    tell("", told);
  }

  @Override
  public @Nullable NodeInfo getNodeInfo() {
    return bus;
  }

  @Override
  public void getNodeInfo(String other, Completable<NodeInfo> found) {
    others.info(other).ifPresentOrElse(found::succeed, () -> found.fail(Others.gone(other)));
  }

  private void here(Runnable step) {
    Objects.requireNonNull(context).runOnContext(now -> step.run());
  }
}
