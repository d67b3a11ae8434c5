package notjarvis.launcher.cluster;

import io.vertx.core.Completable;
import io.vertx.core.shareddata.AsyncMap;
import io.vertx.core.shareddata.Counter;
import io.vertx.core.shareddata.Lock;
import io.vertx.core.spi.cluster.ClusterManager;
import io.vertx.core.spi.cluster.NodeListener;
import java.util.Map;

/** A cluster manager for those who share nothing but messages. */
abstract class NothingShared implements ClusterManager {
  /** Nobody asks: they are for Vert.x's own way of high availability, which is not used. */
  @Override
  public void nodeListener(NodeListener listener) {}

  @Override
  public <K, V> void getAsyncMap(String name, Completable<AsyncMap<K, V>> found) {
    found.fail(nothingShared());
  }

  @Override
  public <K, V> Map<K, V> getSyncMap(String name) {
    throw nothingShared();
  }

  @Override
  public void getLockWithTimeout(String name, long timeout, Completable<Lock> found) {
    found.fail(nothingShared());
  }

  @Override
  public void getCounter(String name, Completable<Counter> found) {
    found.fail(nothingShared());
  }

  private static UnsupportedOperationException nothingShared() {
    return new UnsupportedOperationException("what is shared is in the journal");
  }
}
