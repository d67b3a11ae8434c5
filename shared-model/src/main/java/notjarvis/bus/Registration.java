package notjarvis.bus;

import io.vertx.core.Future;

/** A handler that is registered at an address. */
public interface Registration {

  /** Completes when every node of the cluster knows of the handler. */
  Future<Void> completion();

  /** Takes the handler away again. */
  Future<Void> close();
}
