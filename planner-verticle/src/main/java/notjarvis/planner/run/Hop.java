package notjarvis.planner.run;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import notjarvis.action.AskPermission;
import notjarvis.action.Executors;
import notjarvis.action.Permission;
import notjarvis.journal.Claim;
import notjarvis.planner.run.Round.Begun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to the executors: gives orders, and answers whether one is still wanted. */
final class Hop {
  private static final Logger LOG = LoggerFactory.getLogger(Hop.class);

  private final Order.Desk desk;
  private final String plannerId;
  private final RunJournal journal;
  private final Tenure tenure;
  private final Attention attention;
  private final Map<String, Order> awaited = new HashMap<>();

  Hop(Order.Desk desk, String plannerId, RunJournal journal, Tenure tenure, Attention attention) {
    this.desk = desk;
    this.plannerId = plannerId;
    this.journal = journal;
    this.tenure = tenure;
    this.attention = attention;
  }

  /** Begins to answer executors who ask whether an action is still wanted. */
  Future<Void> open() {
    return desk.bus().answer(Executors.PERMISSION.of(plannerId), this::permit).completion();
  }

  /** Has an action carried out; in a run that is to stop, has it called off. */
  Order order(Round round, Begun begun) {
    Order order = new Order(desk, round, begun);
    awaited.put(order.actionId(), order);
    order.outcome().onComplete(over -> awaited.remove(order.actionId(), order));
    if (round.isCancelled()) {
      order.callOff();
    } else {
      order.give();
    }
    return order;
  }

  /**
   * An action may begin only for whoever owns its run. This process may have been stopped for a
   * while without knowing, so what the journal said counts for a moment only.
   */
  private Future<Permission> permit(AskPermission asked) {
    Order order = awaited.get(asked.actionId());
    if (order == null || !order.isWanted()) {
      return answer(false);
    }
    Round round = order.round();
    boolean certain = tenure.isFresh(round.lease()) && !attention.hasNewsFor(round);
    return certain ? answer(true) : permitAfterAsking(order);
  }

  private Future<Permission> permitAfterAsking(Order order) {
    return journal
        .confirmed(order.round().lease())
        .onFailure(failure -> LOG.warn("No permission for {}", order.actionId(), failure))
        .otherwise(Optional.empty())
        .map(claim -> claim.filter(Hop::goesOn).isPresent() && order.isWanted())
        .map(Permission::new);
  }

  private static boolean goesOn(Claim claim) {
    return !Round.of(claim).isCancelled();
  }

  private static Future<Permission> answer(boolean wanted) {
    return Future.succeededFuture(new Permission(wanted));
  }
}
