package notjarvis.launcher.cluster;

import io.vertx.core.Completable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.spi.cluster.RegistrationInfo;
import io.vertx.core.spi.cluster.RegistrationListener;
import io.vertx.core.spi.cluster.RegistrationUpdateEvent;
import io.vertx.ext.cluster.infinispan.InfinispanClusterManager;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.infinispan.manager.DefaultCacheManager;
import org.infinispan.notifications.Listener;
import org.infinispan.notifications.cachemanagerlistener.annotation.Merged;
import org.infinispan.notifications.cachemanagerlistener.event.MergeEvent;
import org.jspecify.annotations.Nullable;

/**
 * This process's place in a cluster. A process that was thought dead and comes back is a member
 * again, but the others have forgotten who listens there, and it no longer hears who listens
 * elsewhere. {@link #renew} sets both right.
 */
public final class Membership extends InfinispanClusterManager {
  private static final int STEP_SECONDS = 3;

  private final DefaultCacheManager caches;
  private final Set<Registered> registered = ConcurrentHashMap.newKeySet();
  private final Set<String> looked = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Vertx vertx;
  private volatile @Nullable RegistrationListener selector;

  private record Registered(String address, RegistrationInfo info) {}

  Membership(DefaultCacheManager caches) {
    super(caches);
    this.caches = caches;
  }

  /** The other members, as far as the cluster knows. */
  List<String> others() {
    return getNodes().stream().filter(node -> !node.equals(getNodeId())).toList();
  }

  /** Calls when members that had lost each other have found together again. */
  void onMerge(Runnable merged) {
    caches.addListener(new Merges(merged));
  }

  /** What Infinispan calls. */
  @Listener(sync = false)
  public static final class Merges {
    private final Runnable merged;

    private Merges(Runnable merged) {
      this.merged = merged;
    }

    @Merged
    public void merged(MergeEvent event) {
      merged.run();
    }
  }

  /**
   * Tells the others once more who listens here, and asks once more who listens elsewhere. Where
   * all of that is known, it changes nothing.
   */
  Future<Void> renew() {
    // leaving stops nothing but the notice of changes, and joining asks for it anew
    return soon(super::leave)
        .eventually(() -> soon(super::join))
        .eventually(() -> soon(told -> setNodeInfo(getNodeInfo(), told)))
        .eventually(() -> each(registered, this::registerAgain))
        .eventually(() -> each(looked, this::lookAgain));
  }

  private static <T> Future<Void> each(Set<T> all, Function<T, Future<Void>> step) {
    return Future.join(List.copyOf(all).stream().map(step).toList()).mapEmpty();
  }

  private Future<Void> registerAgain(Registered each) {
    return soon(told -> super.addRegistration(each.address(), each.info(), told))
        .compose(told -> takenAwayMeanwhile(each));
  }

  private Future<Void> takenAwayMeanwhile(Registered each) {
    return registered.contains(each)
        ? Future.succeededFuture()
        : soon(told -> super.removeRegistration(each.address(), each.info(), told));
  }

  private Future<Void> lookAgain(String address) {
    RegistrationListener kept = Objects.requireNonNull(selector);
    if (!kept.wantsUpdatesFor(address)) {
      looked.remove(address);
      return Future.succeededFuture();
    }
    Promise<List<RegistrationInfo>> found = Promise.promise();
    super.getRegistrations(address, found);
    return found
        .future()
        .timeout(STEP_SECONDS, TimeUnit.SECONDS)
        .onSuccess(all -> kept.registrationsUpdated(new RegistrationUpdateEvent(address, all)))
        .mapEmpty();
  }

  /** Steps of members that are just losing or finding each other may never come to an end. */
  private static Future<Void> soon(Consumer<Completable<Void>> step) {
    return done(step).timeout(STEP_SECONDS, TimeUnit.SECONDS);
  }

  private static Future<Void> done(Consumer<Completable<Void>> step) {
    Promise<Void> done = Promise.promise();
    step.accept(done);
    return done.future();
  }

  @Override
  public void init(Vertx opened) {
    vertx = opened;
    super.init(opened);
  }

  @Override
  public synchronized void registrationListener(RegistrationListener listener) {
    selector = listener;
    super.registrationListener(listener);
  }

  @Override
  public void addRegistration(String address, RegistrationInfo info, Completable<Void> told) {
    registered.add(new Registered(address, info));
    super.addRegistration(address, info, told);
  }

  @Override
  public void removeRegistration(String address, RegistrationInfo info, Completable<Void> told) {
    registered.remove(new Registered(address, info));
    super.removeRegistration(address, info, told);
  }

  @Override
  public void getRegistrations(String address, Completable<List<RegistrationInfo>> found) {
    looked.add(address);
    super.getRegistrations(address, found);
  }

  /** Leaves for good, when the Vert.x instance is closed. */
  @Override
  public void leave(Completable<Void> left) {
    Vertx own = Objects.requireNonNull(vertx);
    done(super::leave)
        .eventually(() -> own.executeBlocking(this::stop, false))
        .onComplete(stopped -> left.complete(null, stopped.cause()));
  }

  private @Nullable Void stop() {
    caches.stop();
    return null;
  }
}
