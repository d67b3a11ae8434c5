package notjarvis.action;

/** Where an action has to run. */
public enum Place {
  /** On any host of the operator: it needs the network, keys or nothing at all. */
  SERVER,
  /** On the person's own desktop: it needs their screen. */
  DESKTOP
}
