package notjarvis.planner.run;

import io.vertx.core.Vertx;
import notjarvis.bus.Bus;
import notjarvis.config.Settings;
import notjarvis.planner.policy.Policy;

/** The parts of one planner, each made once. */
final class Workplace {
  private final Vertx vertx;
  private final Bus bus;
  private final String plannerId;
  private final Settings.Planner settings;
  private final Pace pace;
  private final Time time = Time.real();
  private final Tenure tenure = new Tenure(time);
  private final Attention attention = new Attention();
  private final ExecutorDirectory executors;
  private final RunJournal journal;
  private final ActionResolver resolver;
  private final Hop hop;

  Workplace(Vertx vertx, Bus bus, String plannerId, Settings.Planner settings, Pace pace) {
    this.vertx = vertx;
    this.bus = bus;
    this.plannerId = plannerId;
    this.settings = settings;
    this.pace = pace;
    this.executors = new ExecutorDirectory(bus, time, pace.executors());
    this.journal = new RunJournal(vertx, bus, time, pace, tenure);
    this.resolver = new ActionResolver(executors, new Policy(settings.actions()));
    Order.Desk desk = new Order.Desk(vertx, bus, time, pace, executors);
    this.hop = new Hop(desk, plannerId, journal, tenure, attention);
  }

  String plannerId() {
    return plannerId;
  }

  Time time() {
    return time;
  }

  Tenure tenure() {
    return tenure;
  }

  Attention attention() {
    return attention;
  }

  ExecutorDirectory executors() {
    return executors;
  }

  RunJournal journal() {
    return journal;
  }

  ActionResolver resolver() {
    return resolver;
  }

  Hop hop() {
    return hop;
  }

  Turns turns() {
    return new Turns(bus, time, executors, settings.stepLimit());
  }

  Granting granting() {
    return new Granting(vertx, time, pace, executors, resolver);
  }

  Moves moves(Course course) {
    return new Moves(journal, time, settings.approvalWait(), course);
  }

  Errands errands(Course course) {
    return new Errands(hop, attention, journal, time, course);
  }
}
