package notjarvis.executor;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import notjarvis.bus.Bus;
import notjarvis.config.Settings;
import notjarvis.executor.action.ActionHandler;
import notjarvis.executor.desktop.DesktopActions;
import notjarvis.executor.search.WebSearch;

/** All the actions of an executor, in the order of the catalogue; a new one is added here. */
final class Handlers {
  private final List<ActionHandler> all;
  private final Runnable closing;

  Handlers(List<ActionHandler> all, Runnable closing) {
    this.all = List.copyOf(all);
    this.closing = closing;
  }

  static Handlers open(Vertx vertx, Bus bus, Settings.Executor settings) {
    WebSearch search = WebSearch.open(vertx, settings.search());
    List<ActionHandler> all = new ArrayList<>(DesktopActions.handlers(vertx, bus, settings));
    all.add(search);
    return new Handlers(all, search::close);
  }

  List<ActionHandler> all() {
    return all;
  }

  /** Closes what the handlers hold open. */
  void close() {
    closing.run();
  }
}
